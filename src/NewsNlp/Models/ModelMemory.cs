using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NewsNlp.Models;

/// <summary>
/// The bytes of a model file at an address that does not move: an embedded resource in place, or a pinned copy of a
/// stream. Everything that reads from the address holds this object, which keeps the bytes alive. Immutable.
/// </summary>
internal sealed unsafe class ModelMemory
{
    private readonly object _owner;

    private ModelMemory(object owner, byte* address, int length)
    {
        _owner = owner;
        Address = address;
        Length = length;
    }

    /// <summary>The first byte. Not aligned.</summary>
    public byte* Address { get; }

    /// <summary>The number of bytes.</summary>
    public int Length { get; }

    /// <summary>All bytes.</summary>
    public ReadOnlySpan<byte> Span
    {
        get
        {
            GC.KeepAlive(_owner);
            return new(Address, Length);
        }
    }

    /// <summary>Memory for <paramref name="length"/> bytes, to be filled through <paramref name="bytes"/>.</summary>
    public static ModelMemory Allocate(int length, out Span<byte> bytes)
    {
        byte[] array = GC.AllocateUninitializedArray<byte>(Math.Max(length, 1), pinned: true);
        bytes = array.AsSpan(0, length);
        return new ModelMemory(array, (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array)), length);
    }

    /// <summary>A pinned copy of <paramref name="bytes"/>.</summary>
    public static ModelMemory CopyOf(ReadOnlySpan<byte> bytes)
    {
        var memory = Allocate(bytes.Length, out var copy);
        bytes.CopyTo(copy);
        return memory;
    }

    /// <summary>The bytes behind an embedded resource, in place, or null where the stream has to be copied.</summary>
    public static ModelMemory? InPlace(Stream stream)
    {
        if (stream is not UnmanagedMemoryStream unmanaged || unmanaged.Length - unmanaged.Position > int.MaxValue) return null;
        return new ModelMemory(unmanaged, unmanaged.PositionPointer, (int)(unmanaged.Length - unmanaged.Position));
    }
}
