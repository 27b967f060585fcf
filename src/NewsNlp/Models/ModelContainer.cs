using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Numerics;

namespace NewsNlp.Models;

/// <summary>
/// The outer form of a model file, all little-endian: 8 bytes of magic; version, length of the file, number of sections
/// and checksum of header and table (32 bits each; the checksum counts as zero); then for every section its identifier,
/// version, offset, length and checksum (32 bits each) and the fingerprint of its features (64 bits); then the sections
/// in the table's order without gaps. Checksums are CRC-32C.
/// </summary>
internal static class ModelContainer
{
    public const int Version = 1;
    public const int HeaderSize = 24;
    public const int EntrySize = 28;
    public const int MaxSections = 256;
    private const string Header = "header";

    /// <summary>The first bytes: a name, and line ends that a transfer as text would change.</summary>
    public static ReadOnlySpan<byte> Magic => "NNLP\r\n\u001a\n"u8;

    /// <summary>A section as the table describes it.</summary>
    public readonly record struct Entry(int Id, int Version, int Offset, int Length, uint Checksum, ulong Fingerprint)
    {
        public string Name => ModelSection.Find(Id)?.Name ?? $"#{Id}";
    }

    /// <summary>Reads the table and verifies everything that it says.</summary>
    /// <exception cref="ModelFormatException">The bytes are no intact model file of a known version.</exception>
    public static ImmutableArray<Entry> Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeaderSize || !file.StartsWith(Magic))
            throw new ModelFormatException(Header, "this is not a NewsNlp model file; give a file that ends in .nnlp.");
        int version = Int32(file, 8);
        if (version != Version)
        {
            throw new ModelFormatException(
                Header, $"its version is {version}, but this library reads {Version}; train the model again or use a matching library.",
                version, $"{Version}");
        }
        int length = Int32(file, 12), count = Int32(file, 16);
        if (length != file.Length) throw Damaged(Header, $"the file has {file.Length} bytes, not the {length} it was written with");
        if (count is < 0 or > MaxSections || HeaderSize + count * EntrySize > length) throw Damaged(Header, $"it names {count} sections");
        int body = HeaderSize + count * EntrySize;
        if (TableChecksum(file[..body]) != (uint)Int32(file, 20)) throw Damaged(Header, "its checksum does not match");

        var entries = ImmutableArray.CreateBuilder<Entry>(count);
        int next = body;
        for (int i = 0; i < count; i++)
        {
            var entry = ReadEntry(file, HeaderSize + i * EntrySize);
            if (entry.Offset != next || entry.Length < 0 || entry.Length > length - next)
                throw Damaged(entry.Name, $"it is said to take {entry.Length} bytes at {entry.Offset}");
            foreach (var other in entries)
            {
                if (other.Id == entry.Id) throw Damaged(entry.Name, "it is there twice");
            }
            next += entry.Length;
            if (Checksum(file.Slice(entry.Offset, entry.Length)) != entry.Checksum) throw Damaged(entry.Name, "its checksum does not match");
            entries.Add(entry);
        }
        if (next != length) throw Damaged(Header, $"{length - next} bytes belong to no section");
        return entries.MoveToImmutable();
    }

    /// <summary>The length that the start of a file says it has, or -1 where it is no model file.</summary>
    public static int DeclaredLength(ReadOnlySpan<byte> start) =>
        start.Length >= HeaderSize && start.StartsWith(Magic) ? Int32(start, 12) : -1;

    /// <summary>The checksum of header and table, with the place of the checksum itself taken as zero.</summary>
    public static uint TableChecksum(ReadOnlySpan<byte> headerAndTable)
    {
        uint checksum = Extend(uint.MaxValue, headerAndTable[..20]);
        checksum = Extend(checksum, [0, 0, 0, 0]);
        return ~Extend(checksum, headerAndTable[HeaderSize..]);
    }

    /// <summary>CRC-32C (Castagnoli) of some bytes.</summary>
    public static uint Checksum(ReadOnlySpan<byte> bytes) => ~Extend(uint.MaxValue, bytes);

    private static uint Extend(uint checksum, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length >= 8)
        {
            checksum = BitOperations.Crc32C(checksum, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[8..];
        }
        foreach (byte value in bytes) checksum = BitOperations.Crc32C(checksum, value);
        return checksum;
    }

    private static Entry ReadEntry(ReadOnlySpan<byte> file, int at) => new(
        Int32(file, at), Int32(file, at + 4), Int32(file, at + 8), Int32(file, at + 12), (uint)Int32(file, at + 16),
        BinaryPrimitives.ReadUInt64LittleEndian(file[(at + 20)..]));

    private static int Int32(ReadOnlySpan<byte> file, int at) => BinaryPrimitives.ReadInt32LittleEndian(file[at..]);

    private static ModelFormatException Damaged(string section, string what) => new(section, what + "; the file is damaged, get it again.");
}
