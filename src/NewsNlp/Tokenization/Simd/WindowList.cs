using System.Runtime.CompilerServices;

namespace NewsNlp.Tokenization.Simd;

/// <summary>The windows of a batch that a step must look at. It is filled without a branch.</summary>
/// <param name="memory">Room for a number more than a batch has windows.</param>
internal unsafe struct WindowList(byte* memory)
{
    private readonly byte* _windows = memory;

    public int Count { get; private set; }

    public readonly int this[int index] => _windows[index];

    /// <summary>The indices of the three that follow one in the list; behind the list's end, the last one stands for those that are missing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly (int Second, int Third, int Fourth) After(int first)
    {
        var last = Count - 1;
        return (Math.Min(first + 1, last), Math.Min(first + 2, last), Math.Min(first + 3, last));
    }

    /// <summary>Writes a window's number behind the last, and lets it count only if it belongs there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int window, bool belongs)
    {
        _windows[Count] = (byte)window;
        Count += belongs ? 1 : 0;
    }
}
