using System.Runtime.InteropServices;

namespace NewsNlp.Training.Learning.Recurrent;

/// <summary>Numbers on cache lines of their own, outside the garbage collector's heap. Grows as wanted and then loses what it held.</summary>
internal sealed unsafe class FloatBuffer(int length = 0) : IDisposable
{
    private const int Alignment = 64;

    private float* _address = length > 0 ? Allocate(length) : null;

    /// <summary>How many numbers there is room for.</summary>
    public int Length { get; private set; } = length;

    /// <summary>The numbers; good until more are asked for.</summary>
    public float* Address => _address;

    /// <summary>The numbers as a span.</summary>
    public Span<float> Span => new(_address, Length);

    /// <summary>Room for as many numbers as asked for, whatever they are.</summary>
    public float* Of(int length)
    {
        if (length > Length)
        {
            Dispose();
            Length = Math.Max(length, 2 * Length);
            _address = Allocate(Length);
        }
        return _address;
    }

    /// <summary>Room for as many numbers as asked for, all zero.</summary>
    public float* Zeros(int length)
    {
        float* address = Of(length);
        new Span<float>(address, length).Clear();
        return address;
    }

    public void Dispose()
    {
        NativeMemory.AlignedFree(_address);
        _address = null;
    }

    private static float* Allocate(int length)
    {
        var address = (float*)NativeMemory.AlignedAlloc((nuint)length * sizeof(float), Alignment);
        new Span<float>(address, length).Clear();
        return address;
    }
}
