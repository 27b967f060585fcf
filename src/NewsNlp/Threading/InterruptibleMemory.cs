using System.Runtime.CompilerServices;

namespace NewsNlp.Threading;

/// <summary>
/// Writes and copies long arrays so that the work can be given up half way: memory that the system has yet to give takes the longest of all
/// to write for the first time.
/// </summary>
internal static class InterruptibleMemory
{
    private const int PieceBytes = 1 << 18;

    /// <summary>Sets items.</summary>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    public static void Fill<T>(Span<T> items, T value, CancellationToken cancellationToken)
    {
        for (var start = 0; start < items.Length; start += Piece<T>())
        {
            cancellationToken.ThrowIfCancellationRequested();
            items.Slice(start, Math.Min(Piece<T>(), items.Length - start)).Fill(value);
        }
    }

    /// <summary>Gives a list a longer array.</summary>
    /// <exception cref="OperationCanceledException">The work was ended early; the array is the old one.</exception>
    public static void Resize<T>(ref T[] array, int length, CancellationToken cancellationToken)
    {
        var longer = Allocate<T>(length);
        Copy(array.AsSpan(0, Math.Min(array.Length, length)), longer, cancellationToken);
        array = longer;
    }

    /// <summary>A copy of a list.</summary>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    public static T[] ToArray<T>(ReadOnlySpan<T> items, CancellationToken cancellationToken)
    {
        var copy = Allocate<T>(items.Length);
        Copy(items, copy, cancellationToken);
        return copy;
    }

    /// <summary>An array to be written before it is read: unless it holds references, it is not cleared, which would take long at once.</summary>
    public static T[] Allocate<T>(int length) =>
        RuntimeHelpers.IsReferenceOrContainsReferences<T>() ? new T[length] : GC.AllocateUninitializedArray<T>(length);

    private static void Copy<T>(ReadOnlySpan<T> from, Span<T> to, CancellationToken cancellationToken)
    {
        for (var start = 0; start < from.Length; start += Piece<T>())
        {
            cancellationToken.ThrowIfCancellationRequested();
            from.Slice(start, Math.Min(Piece<T>(), from.Length - start)).CopyTo(to[start..]);
        }
    }

    private static int Piece<T>() => Math.Max(1, PieceBytes / Unsafe.SizeOf<T>());
}
