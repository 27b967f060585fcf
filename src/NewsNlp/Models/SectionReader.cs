using System.Buffers.Binary;
using System.Text;

namespace NewsNlp.Models;

/// <summary>
/// Reads the body of one model section from front to back. Every length is checked against what is left before it is
/// used; anything wrong throws a <see cref="ModelFormatException"/> that names the section.
/// </summary>
internal sealed unsafe class SectionReader
{
    private readonly int _end;
    private int _position;

    /// <summary>A reader of <paramref name="length"/> bytes from <paramref name="offset"/>.</summary>
    public SectionReader(ModelMemory memory, int offset, int length, string section)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, memory.Length - offset);
        Memory = memory;
        Section = section;
        _position = offset;
        _end = offset + length;
    }

    /// <summary>A reader of all of some memory.</summary>
    public SectionReader(ModelMemory memory, string section) : this(memory, 0, memory.Length, section)
    {
    }

    /// <summary>What keeps the bytes alive; hold it as long as an address from <see cref="Table"/> is used.</summary>
    public ModelMemory Memory { get; }

    /// <summary>The section's name, for messages.</summary>
    public string Section { get; }

    /// <summary>How many bytes are left.</summary>
    public int Remaining => _end - _position;

    /// <summary>Reads one byte.</summary>
    public byte Byte() => Bytes(1)[0];

    /// <summary>Reads a 32-bit integer.</summary>
    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Bytes(4));

    /// <summary>Reads a 64-bit integer.</summary>
    public ulong UInt64() => BinaryPrimitives.ReadUInt64LittleEndian(Bytes(8));

    /// <summary>Reads a finite floating-point number.</summary>
    public double Double()
    {
        double value = BinaryPrimitives.ReadDoubleLittleEndian(Bytes(8));
        return double.IsFinite(value) ? value : throw Damaged("a number is not finite");
    }

    /// <summary>Reads an integer that must lie between two bounds, both included.</summary>
    public int Int32(int least, int most, string what)
    {
        int value = Int32();
        if (value < least || value > most) throw Damaged($"{what} is {value}, not between {least} and {most}");
        return value;
    }

    /// <summary>Reads a count of things that take at least <paramref name="bytesEach"/> bytes each of what is left.</summary>
    public int Count(int bytesEach, string what)
    {
        int count = Int32();
        if (count < 0 || (long)count * bytesEach > Remaining) throw Damaged($"{count} {what} do not fit into {Remaining} bytes");
        return count;
    }

    /// <summary>Reads a text: its length in bytes, then UTF-8.</summary>
    public string Text()
    {
        var bytes = Bytes(Count(1, "bytes of text"));
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw Damaged("a text is not UTF-8");
        }
    }

    /// <summary>Reads 32-bit integers into a new array; how many, the caller has checked against <see cref="Remaining"/>.</summary>
    public int[] Int32Array(int count)
    {
        var bytes = Bytes(checked(count * 4L));
        var values = new int[count];
        for (int i = 0; i < values.Length; i++) values[i] = BinaryPrimitives.ReadInt32LittleEndian(bytes[(4 * i)..]);
        return values;
    }

    /// <summary>Takes the next bytes in place.</summary>
    public ReadOnlySpan<byte> Bytes(long count) => new(Table(count), (int)count);

    /// <summary>The address of the next bytes, which stays good while <see cref="Memory"/> is held. Not aligned.</summary>
    public byte* Table(long bytes)
    {
        if (bytes < 0 || bytes > Remaining) throw Damaged($"it ends early: {bytes} bytes wanted, {Remaining} left");
        byte* address = Memory.Address + _position;
        _position += (int)bytes;
        return address;
    }

    /// <summary>Throws if anything is left: a body longer than its content is as wrong as a shorter one.</summary>
    public void End()
    {
        if (Remaining != 0) throw Damaged($"{Remaining} bytes are left over");
    }

    /// <summary>The exception for content that cannot be right.</summary>
    public ModelFormatException Damaged(string what) => new(Section, what + "; the file is damaged, get it again.");

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
}
