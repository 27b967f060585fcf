using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NewsNlp.Threading;
using NewsNlp.Tokenization;

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

    /// <summary>How many words of <see cref="TokenStops"/> are read together.</summary>
    internal const int StopWords = 64;

    /// <summary>How many tokens <see cref="GapLanes"/> reads in one go.</summary>
    internal const int Lanes = 512;

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

    /// <summary>Ends the growing of a buffer early that is then not used again.</summary>
    internal CancellationToken CancellationToken { get; set; }

    internal int[] Marks { get; } = new int[MarkScanner.Room(Chunk)];

    internal int[] MarkTokens { get; } = new int[Math.Max(Chunk, TokenStops.Room(StopWords)) + GapLanes.Count];

    internal static int MarkChunk => Chunk;

    internal int[] LaneGaps { get; } = new int[Lanes];

    internal int[] LaneNotes { get; } = new int[Lanes];

    internal BoundaryScratch Scratch { get; } = new();

    internal ReadOnlySpan<Gap> Gaps => _gaps.AsSpan(0, _gapCount);

    internal Span<Gap> ChangeableGaps => _gaps.AsSpan(0, _gapCount);

    /// <summary>Forgets the sentences and keeps the memory.</summary>
    public void Clear()
    {
        Count = 0;
        _gapCount = 0;
    }

    /// <summary>Forgets the sentences, not the gaps.</summary>
    internal void ClearSentences() => Count = 0;

    /// <summary>Makes room for some ends behind the last, to be written there and then committed.</summary>
    internal ref int Reserve(int count)
    {
        if (_ends.Length - Count < count)
        {
            InterruptibleMemory.Resize(ref _ends, Math.Max(InitialCapacity, Math.Max(2 * _ends.Length, Count + count)), CancellationToken);
        }

        return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_ends), Count);
    }

    /// <summary>Counts ends that were written where <see cref="Reserve"/> said.</summary>
    internal void Commit(int count) => Count += count;

    internal void Add(Gap gap)
    {
        if (_gapCount == _gaps.Length)
        {
            InterruptibleMemory.Resize(ref _gaps, Math.Max(InitialCapacity, 2 * _gapCount), CancellationToken);
        }

        _gaps[_gapCount++] = gap;
    }

    /// <summary>Makes room for some gaps behind the last, to be written there and then committed.</summary>
    internal ref Gap ReserveGaps(int count)
    {
        if (_gaps.Length - _gapCount < count)
        {
            InterruptibleMemory.Resize(ref _gaps, Math.Max(InitialCapacity, Math.Max(2 * _gaps.Length, _gapCount + count)), CancellationToken);
        }

        return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_gaps), _gapCount);
    }

    /// <summary>Cuts the sentences from one on that are longer than a number of tokens.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="first">Its first token.</param>
    /// <param name="longest">How many tokens a sentence may have.</param>
    internal void CutFrom(int sentence, int first, int longest)
    {
        var cuts = 0;
        for (int i = sentence, start = first; i < Count; start = _ends[i++])
        {
            cuts += (_ends[i] - start - 1) / longest;
        }

        if (cuts == 0)
        {
            return;
        }

        // From behind, so that each end is read before its place is written.
        Reserve(cuts);
        var place = Count + cuts;
        for (var i = Count - 1; i >= sentence; i--)
        {
            var start = i == sentence ? first : _ends[i - 1];
            var end = _ends[i];
            _ends[--place] = end;
            for (var cut = start + ((end - start - 1) / longest * longest); cut > start; cut -= longest)
            {
                _ends[--place] = cut;
            }
        }

        Count += cuts;
    }

    /// <summary>Counts gaps that were written where <see cref="ReserveGaps"/> said, up to one that was not.</summary>
    internal void CommitGapsUpTo(ref Gap end) =>
        _gapCount = (int)(Unsafe.ByteOffset(ref MemoryMarshal.GetArrayDataReference(_gaps), ref end) / Unsafe.SizeOf<Gap>());

    /// <summary>Takes the gaps found so far away to add them again, with others in between.</summary>
    internal ReadOnlySpan<Gap> BeginMerge()
    {
        (_gaps, _merged) = (_merged, _gaps);
        var before = _merged.AsSpan(0, _gapCount);
        _gapCount = 0;
        return before;
    }
}
