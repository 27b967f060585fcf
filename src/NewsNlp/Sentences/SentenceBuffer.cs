namespace NewsNlp.Sentences;

/// <summary>
/// The sentences of a text as they are found, and the memory that finding them takes. It keeps its memory, so that a buffer
/// which is used again does not allocate once it has seen its largest text.
/// </summary>
/// <threadsafety>For one thread at a time.</threadsafety>
public sealed class SentenceBuffer
{
    private const int Chunk = 4096;
    private const int InitialCapacity = 256;

    private int[] _ends = [];
    private Gap[] _gaps = [];
    private Gap[] _merged = [];
    private int _gapCount;

    /// <summary>How many sentences the buffer holds.</summary>
    public int Count { get; private set; }

    /// <summary>
    /// For each sentence the index of the token behind its last one, in order; a sentence starts where the one before it
    /// ends. Valid until the buffer is used again.
    /// </summary>
    public ReadOnlySpan<int> Ends => _ends.AsSpan(0, Count);

    internal int[] Marks { get; } = new int[MarkScanner.Room(Chunk)];

    internal int[] MarkTokens { get; } = new int[Chunk];

    internal static int MarkChunk => Chunk;

    internal BoundaryScratch Scratch { get; } = new();

    internal ReadOnlySpan<Gap> Gaps => _gaps.AsSpan(0, _gapCount);

    /// <summary>Forgets the sentences and keeps the memory.</summary>
    public void Clear()
    {
        Count = 0;
        _gapCount = 0;
    }

    internal void Add(int end)
    {
        if (Count == _ends.Length)
        {
            Array.Resize(ref _ends, Math.Max(InitialCapacity, 2 * Count));
        }

        _ends[Count++] = end;
    }

    internal void Add(Gap gap)
    {
        if (_gapCount == _gaps.Length)
        {
            Array.Resize(ref _gaps, Math.Max(InitialCapacity, 2 * _gapCount));
        }

        _gaps[_gapCount++] = gap;
    }

    /// <summary>Takes the gaps found so far away to add them again, with others in between.</summary>
    internal ReadOnlySpan<Gap> BeginMerge()
    {
        (_gaps, _merged) = (_merged, _gaps);
        var before = _merged.AsSpan(0, _gapCount);
        _gapCount = 0;
        return before;
    }
}
