using System.Buffers.Binary;

namespace NewsNlp.Fuzz.Generation;

/// <summary>Inputs of one to four edits of eight random bytes.</summary>
internal sealed class EditInputs(SplitMix random) : IInputGenerator
{
    private const int EditSize = 8, MostEdits = 4;

    private readonly byte[] _input = new byte[EditSize * MostEdits];

    public ReadOnlySpan<byte> Next()
    {
        int count = 1 + random.Below(MostEdits);
        for (int i = 0; i < count; i++) BinaryPrimitives.WriteUInt64LittleEndian(_input.AsSpan(i * EditSize), random.Next());
        return _input.AsSpan(0, count * EditSize);
    }
}
