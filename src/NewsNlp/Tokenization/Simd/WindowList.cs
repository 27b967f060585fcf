using System.Runtime.CompilerServices;

namespace NewsNlp.Tokenization.Simd;

/// <summary>The windows of a batch that a step must look at. It is filled without a branch.</summary>
/// <param name="memory">Room for a number more than a batch has windows.</param>
internal unsafe struct WindowList(byte* memory)
{
    private readonly byte* _windows = memory;

    public int Count { get; private set; }

    public readonly int this[int index] => _windows[index];

    /// <summary>Writes a window's number behind the last, and lets it count only if it belongs there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int window, bool belongs)
    {
        _windows[Count] = (byte)window;
        Count += belongs ? 1 : 0;
    }
}
