using System.Numerics;
using System.Runtime.CompilerServices;

namespace NewsNlp.Tokenization.Simd;

/// <summary>Places in the windows of a batch that a step must look at.</summary>
/// <param name="memory">Room for two places more than a batch has units.</param>
internal unsafe struct PlaceList(ushort* memory)
{
    private const int Window = WindowEdge.Window;

    private readonly ushort* _places = memory;

    public int Count { get; private set; }

    public readonly int WindowAt(int index) => _places[index] / Window;

    public readonly int UnitAt(int index) => _places[index] % Window;

    /// <summary>Appends places of a window. What is written too much is overwritten, or lies behind the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int window, ulong places)
    {
        // Few windows have more than two.
        var first = window * Window;
        _places[Count] = (ushort)(first | BitOperations.TrailingZeroCount(places));
        Count += places != 0 ? 1 : 0;
        places &= places - 1;
        _places[Count] = (ushort)(first | BitOperations.TrailingZeroCount(places));
        Count += places != 0 ? 1 : 0;
        for (places &= places - 1; places != 0; places &= places - 1)
        {
            _places[Count++] = (ushort)(first | BitOperations.TrailingZeroCount(places));
        }
    }

    /// <summary>Writes a place of another list behind the last, and lets it count only if it belongs there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(in PlaceList other, int index, int belongs)
    {
        _places[Count] = other._places[index];
        Count += belongs;
    }
}
