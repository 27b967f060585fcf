using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NewsNlp.Documents;
using NewsNlp.Threading;
using NewsNlp.Tokenization.Simd;

namespace NewsNlp.Tokenization;

/// <summary>
/// Tokens as they are found: three parallel lists of starts, lengths and kinds. Units are those of the text that was tokenized:
/// UTF-16 code units, or bytes where it is UTF-8. It keeps its memory when it is cleared, so
/// that a buffer which is used again does not allocate once it has seen its largest text.
/// </summary>
/// <threadsafety>For one thread at a time.</threadsafety>
public sealed class TokenBuffer
{
    private const int InitialCapacity = 256;

    private int[] _starts = [];
    private int[] _lengths = [];
    private TokenKind[] _kinds = [];
    private TokenScratch? _scratch;
    private TokenStops? _stops;
    private bool _isNoting;
    private int _end;
    private int _segmentOffset;
    private int _segmentLength = int.MaxValue;

    /// <summary>How many tokens the buffer holds.</summary>
    public int Count { get; private set; }

    /// <summary>Where each token starts, in code units of the text. Valid until the next change to the buffer.</summary>
    public ReadOnlySpan<int> Starts => _starts.AsSpan(0, Count);

    /// <summary>How long each token is, in code units of the text; at least 1. Valid until the next change to the buffer.</summary>
    public ReadOnlySpan<int> Lengths => _lengths.AsSpan(0, Count);

    /// <summary>What each token is. Valid until the next change to the buffer.</summary>
    public ReadOnlySpan<TokenKind> Kinds => _kinds.AsSpan(0, Count);

    /// <summary>Forgets the tokens and keeps the memory. Call it before each new text.</summary>
    public void Clear()
    {
        Count = 0;
        _end = 0;
        _segmentOffset = 0;
        _segmentLength = int.MaxValue;
        _stops?.Clear();
    }

    /// <summary>Ends the tokenizer's work early; whoever sets it takes it back.</summary>
    internal CancellationToken CancellationToken { get; set; }

    /// <summary>Memory for the tokenizer, kept with the buffer's own.</summary>
    internal TokenScratch Scratch => _scratch ??= new TokenScratch();

    /// <summary>
    /// The notes on the tokens of the text, for who splits it into sentences; null where there are none. To ask for them once has
    /// them noted from the next text on.
    /// </summary>
    internal TokenStops? AskForStops()
    {
        _stops ??= new TokenStops();
        return Count > 0 && _stops.Count == Count ? _stops : null;
    }

    /// <summary>Where to note what sentences need, while a text is tokenized; null if nobody asked.</summary>
    internal TokenStops? StopsToNote => _isNoting ? _stops : null;

    /// <summary>Where the text that is being tokenized starts in the whole text.</summary>
    internal int Origin => _segmentOffset;

    /// <summary>Appends a token.</summary>
    /// <param name="start">Where it starts, in code units from the start of the text that is being tokenized.</param>
    /// <param name="length">Its length in code units; at least 1.</param>
    /// <param name="kind">What it is.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="start"/> is negative, <paramref name="length"/> is not positive, or the token ends beyond the text.
    /// </exception>
    /// <exception cref="InvalidOperationException">The token starts before the end of the one appended last.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int start, int length, TokenKind kind)
    {
        if (start < 0 || length <= 0 || start > _segmentLength - length)
        {
            ThrowOutOfRange(start, length);
        }

        var shifted = _segmentOffset + start;
        if (shifted < _end)
        {
            ThrowOverlap(shifted);
        }

        var index = Count;
        if (index == _starts.Length)
        {
            Grow(1);
        }

        _starts[index] = shifted;
        _lengths[index] = length;
        _kinds[index] = kind;
        _end = shifted + length;
        Count = index + 1;
    }

    /// <summary>Checks that a text's tokens would lie behind those that the buffer holds.</summary>
    internal void RequireBehind(int textLength)
    {
        if (textLength > 0 && _segmentOffset < _end)
        {
            ThrowOverlap(_segmentOffset);
        }
    }

    /// <summary>Makes room for some tokens behind the last, to be written there and then committed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal TokenSlots Reserve(int count)
    {
        if (_starts.Length - Count < count)
        {
            Grow(count);
        }

        var index = Count;
        return new TokenSlots(
            ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_starts), index),
            ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_lengths), index),
            ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_kinds), index));
    }

    /// <summary>Gives some of the tokens that are written but not committed the kinds of others.</summary>
    /// <param name="first">How many tokens are written before the first of the window.</param>
    /// <param name="starts">Bit i: one of the window's tokens starts at its unit i.</param>
    /// <param name="window">Where the units of <paramref name="starts"/> begin.</param>
    /// <param name="found">The others.</param>
    /// <param name="from">The first of them.</param>
    /// <param name="to">The first behind them.</param>
    internal void SetKinds(int first, ulong starts, int window, TokenBuffer found, int from, int to)
    {
        for (var token = from; token < to; token++)
        {
            var before = starts & ((1UL << (found._starts[token] - window)) - 1);
            _kinds[Count + first + BitOperations.PopCount(before)] = found._kinds[token];
        }
    }

    /// <summary>Counts tokens that were written where <see cref="Reserve"/> said.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Commit(int count)
    {
        Debug.Assert(count >= 0 && count <= _starts.Length - Count, "More tokens than were reserved.");
        Count += count;
    }

    /// <summary>Begins the writing of a text's tokens.</summary>
    /// <param name="canNote">Whether who writes them can also note what sentences need.</param>
    internal void BeginWriting(bool canNote) => _isNoting = canNote && Count == 0 && _segmentOffset == 0;

    /// <summary>Ends the writing of tokens: what is added behind must lie behind them.</summary>
    internal void EndWriting()
    {
        _end = Count == 0 ? _end : _starts[Count - 1] + _lengths[Count - 1];
        _isNoting = false;
    }

    /// <summary>
    /// Makes the tokens that follow belong to a piece of a text: offsets given to <see cref="Add"/> count from
    /// <paramref name="offset"/> and must stay within <paramref name="length"/>.
    /// </summary>
    internal void BeginSegment(int offset, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        if (offset < _end)
        {
            ThrowOverlap(offset);
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, int.MaxValue - offset);
        _segmentOffset = offset;
        _segmentLength = length;
    }

    [DoesNotReturn]
    private static void ThrowOutOfRangeOf(string name, int value, string limit) =>
        throw new ArgumentOutOfRangeException(name, value, limit);

    [DoesNotReturn]
    private void ThrowOutOfRange(int start, int length)
    {
        if (start < 0)
        {
            ThrowOutOfRangeOf(nameof(start), start, "A token starts at 0 or later.");
        }

        if (length <= 0)
        {
            ThrowOutOfRangeOf(nameof(length), length, "A token has at least one code unit.");
        }

        ThrowOutOfRangeOf(nameof(length), length, $"The token at {start} ends beyond the text, which has {_segmentLength} code units.");
    }

    [DoesNotReturn]
    private void ThrowOverlap(int start) => throw new InvalidOperationException(
        $"A token starts at {start}, but the one before it ends at {_end}; tokens come in order and do not overlap. Call Clear before another text.");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int count)
    {
        var capacity = (int)Math.Clamp(2 * (uint)_starts.Length, (uint)Math.Max(InitialCapacity, Count + count), (uint)Array.MaxLength);
        InterruptibleMemory.Resize(ref _starts, capacity, CancellationToken);
        InterruptibleMemory.Resize(ref _lengths, capacity, CancellationToken);
        InterruptibleMemory.Resize(ref _kinds, capacity, CancellationToken);
    }
}
