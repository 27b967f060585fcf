using System.Runtime.CompilerServices;

namespace NewsNlp.Tokenization.Simd;

/// <summary>Memory that a token buffer keeps for the tokenizer: what is read from one chunk, and its characters in UTF-16.</summary>
/// <threadsafety>For one thread at a time.</threadsafety>
internal sealed unsafe class TokenScratch
{
    // Pinned, so that its address holds as long as this object does.
    private readonly char[] _edge = GC.AllocateArray<char>(WindowEdge.Length, pinned: true);

    private char[] _characters = [];
    private int[] _offsets = [];

    /// <summary>Room for one window of either encoding: see <see cref="WindowEdge"/>.</summary>
    public void* Edge => Unsafe.AsPointer(ref _edge[0]);

    /// <summary>The tokens of one chunk.</summary>
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
