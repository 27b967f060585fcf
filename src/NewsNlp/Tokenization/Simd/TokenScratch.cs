using System.Runtime.CompilerServices;

namespace NewsNlp.Tokenization.Simd;

/// <summary>Memory that a token buffer keeps for the tokenizer: what is read from one chunk, and its characters in UTF-16.</summary>
/// <threadsafety>For one thread at a time.</threadsafety>
internal sealed unsafe class TokenScratch
{
    // Pinned, so that its address holds as long as this object does.
    private readonly char[] _edges = GC.AllocateArray<char>(WindowEdge.Count * WindowEdge.Length, pinned: true);

    private char[] _characters = [];
    private int[] _offsets = [];

    /// <summary>Room for copies of windows of either encoding: see <see cref="WindowEdge"/>.</summary>
    public void* Edges => Unsafe.AsPointer(ref _edges[0]);

    /// <summary>The windows that are read together.</summary>
    public WindowBatch Batch { get; } = new();

    /// <summary>The tokens of chunks that the scalar definition reads.</summary>
    public TokenBuffer Tokens { get; } = new();

    /// <summary>The tokens of one chunk, with offsets into <see cref="Characters"/>.</summary>
    public TokenBuffer Characters16 { get; } = new();

    public Span<char> Characters => _characters;

    /// <summary>Where each of <see cref="Characters"/> starts in the text.</summary>
    public Span<int> Offsets => _offsets;

    public void Reserve(int characters)
    {
        if (_characters.Length < characters)
        {
            var length = (int)Math.Min((uint)Array.MaxLength, Math.Max((uint)characters, 2 * (uint)_characters.Length));
            _characters = new char[length];
            _offsets = new int[length];
        }
    }
}
