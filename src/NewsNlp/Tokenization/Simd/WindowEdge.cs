using System.Runtime.CompilerServices;

namespace NewsNlp.Tokenization.Simd;

/// <summary>Copies of the text's first and last windows, with spaces around, so that every window can be read beyond its ends.</summary>
internal static unsafe class WindowEdge
{
    /// <summary>How many units before a window are read.</summary>
    public const int Before = 8;

    /// <summary>How many units behind a window are read.</summary>
    public const int Behind = 8;

    /// <summary>How many units a window has: a bit of a mask each.</summary>
    public const int Window = 64;

    /// <summary>How many copies a batch can have.</summary>
    public const int Count = 4;

    /// <summary>The length of a copy.</summary>
    public const int Length = Before + Window + Behind;

    /// <summary>Copies the window at an index, and gives its address in the copy.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static TUnit* Copy<TUnit>(TUnit* text, int length, int index, TUnit* edge)
        where TUnit : unmanaged
    {
        var first = Math.Max(0, index - Before);
        var count = Math.Min(length, index + Window + Behind) - first;
        var target = new Span<TUnit>(edge, Length);
        target.Fill(sizeof(TUnit) == 1 ? Unsafe.BitCast<byte, TUnit>((byte)' ') : Unsafe.BitCast<char, TUnit>(' '));
        new ReadOnlySpan<TUnit>(text + first, count).CopyTo(target[(first - index + Before)..]);
        return edge + Before;
    }
}
