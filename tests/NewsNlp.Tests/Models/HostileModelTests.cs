using System.Buffers.Binary;
using System.Numerics;
using NewsNlp.Models;

namespace NewsNlp.Tests.Models;

/// <summary>
/// The model that comes with the library, damaged: refused with <see cref="ModelFormatException"/>, at no more memory than twice the
/// file's. A small file, byte by byte, is tested with the writer (<c>ModelFileTests</c>); damage with the checksums put right again is
/// the fuzz target <c>model</c>.
/// </summary>
public class HostileModelTests
{
    // A stream is read a megabyte at a time, whatever it says of itself; the rest is what an error takes.
    private const int Small = (1 << 20) + (64 * 1024);

    private static readonly byte[] File = Embedded();

    private static int TableEnd => ModelContainer.HeaderSize + (BinaryPrimitives.ReadInt32LittleEndian(File.AsSpan(16)) * ModelContainer.EntrySize);

    [Fact]
    public void Every_changed_byte_of_header_and_table_is_refused()
    {
        byte[] changed = [.. File];
        var random = new Random(8);
        for (var at = 0; at < TableEnd; at++)
        {
            AssertRefused(changed, at, (byte)random.Next(1, 256));
        }
    }

    [Fact]
    public void A_changed_byte_anywhere_is_refused()
    {
        byte[] changed = [.. File];
        var random = new Random(9);
        foreach (var section in ModelContainer.Read(File))
        {
            int[] places = [section.Offset, section.Offset + section.Length - 1, .. Enumerable.Range(0, 30).Select(_ => section.Offset + random.Next(section.Length))];
            foreach (var at in places)
            {
                AssertRefused(changed, at, (byte)random.Next(1, 256));
            }
        }
    }

    /// <summary>
    /// The checksum is linear: what a changed byte does to it depends on the change and the number of bytes behind it alone. So this is
    /// every change of one byte, of any value, at every place of every section as long as the file.
    /// </summary>
    [Fact]
    public void No_change_of_one_byte_leaves_a_checksum_as_it_was()
    {
        var effects = new uint[8];
        for (var bit = 0; bit < 8; bit++)
        {
            effects[bit] = ModelContainer.Checksum([(byte)(1 << bit)]) ^ ModelContainer.Checksum([0]);
        }

        for (var behind = 0; behind < File.Length; behind++)
        {
            if (behind % 4096 == 0)
            {
                // All 255 changes: none of the sums of the eight bits' effects is nothing.
                Assert.DoesNotContain(0u, Enumerable.Range(1, 255).Select(change => Sum(effects, change)));
            }

            for (var bit = 0; bit < 8; bit++)
            {
                Assert.True(effects[bit] != 0);
                effects[bit] = BitOperations.Crc32C(effects[bit], (byte)0);
            }
        }
    }

    [Fact]
    public void Every_truncation_near_an_edge_and_many_others_are_refused()
    {
        var random = new Random(10);
        var edges = ModelContainer.Read(File).SelectMany(section => Enumerable.Range(section.Offset - 20, 41));
        var lengths = Enumerable.Range(0, TableEnd + 20).Concat(edges).Concat(Enumerable.Range(0, 500).Select(_ => random.Next(File.Length)));
        foreach (var length in lengths.Where(length => length < File.Length))
        {
            Assert.Throws<ModelFormatException>(() => ModelContainer.Read(File.AsSpan(0, length)));
        }
    }

    [Theory]
    [InlineData(12, int.MaxValue)]
    [InlineData(12, int.MinValue)]
    [InlineData(12, -1)]
    [InlineData(16, int.MaxValue)]
    [InlineData(16, int.MinValue)]
    [InlineData(16, 257)]
    [InlineData(24 + 8, int.MaxValue)]
    [InlineData(24 + 8, -1)]
    [InlineData(24 + 12, int.MaxValue)]
    [InlineData(24 + 12, int.MinValue)]
    [InlineData(24 + 28 + 8, 0)]
    [InlineData(24 + 28 + 12, int.MaxValue)]
    public void A_hostile_number_in_header_or_table_is_refused_whatever_its_checksum(int at, int value)
    {
        byte[] lying = [.. File];
        BinaryPrimitives.WriteInt32LittleEndian(lying.AsSpan(at), value);
        FixTable(lying);

        var allocated = Allocated(() => Assert.Throws<ModelFormatException>(() => NlpModel.Load(new MemoryStream(lying))));

        Assert.InRange(allocated, 0, (2L * File.Length) + Small);
    }

    [Fact]
    public void Numbers_inside_sections_make_no_memory_beyond_twice_the_files_and_no_other_error()
    {
        int[] hostile = [int.MaxValue, int.MinValue, -1, 0, 1 << 24];
        var usual = Allocated(() => Build(File));
        byte[] lying = [.. File];
        var random = new Random(11);
        foreach (var (section, index) in ModelContainer.Read(File).Select((section, index) => (section, index)))
        {
            for (var round = 0; round < 3; round++)
            {
                var at = section.Offset + (4 * random.Next(Math.Max(1, Math.Min(6, section.Length / 4))));
                var before = BinaryPrimitives.ReadInt32LittleEndian(lying.AsSpan(at));
                BinaryPrimitives.WriteInt32LittleEndian(lying.AsSpan(at), hostile[random.Next(hostile.Length)]);
                FixSection(lying, index, section);

                var allocated = Allocated(() => Build(lying));

                Assert.True(allocated <= usual + (2L * File.Length), $"{section.Name} at {at}: {allocated} bytes, usually {usual}");
                BinaryPrimitives.WriteInt32LittleEndian(lying.AsSpan(at), before);
                FixSection(lying, index, section);
            }
        }

        Assert.Equal(File, lying);
    }

    [Fact]
    public void Loading_holds_at_most_twice_the_file()
    {
        // Read before, since whichever test asks first for the file reads it.
        var stream = new MemoryStream(File);

        Assert.InRange(Allocated(() => NlpModel.Load(stream)), File.Length, (2L * File.Length) + (1 << 20));
    }

    private static void Build(byte[] file)
    {
        try
        {
            NlpPipelineBuilder.CreateDefault(model: NlpModel.FromBytes(file)).Build().Process("Mayor Jun Ahn said on Tuesday: “It will not wait.”");
        }
        catch (ModelFormatException)
        {
            // Refused, or read rightly or wrongly: nothing else.
        }
    }

    private static void AssertRefused(byte[] file, int at, byte change)
    {
        file[at] ^= change;
        Assert.Throws<ModelFormatException>(() => ModelContainer.Read(file));
        file[at] ^= change;
    }

    private static void FixSection(byte[] file, int index, ModelContainer.Entry section)
    {
        var entry = ModelContainer.HeaderSize + (index * ModelContainer.EntrySize);
        BinaryPrimitives.WriteUInt32LittleEndian(
            file.AsSpan(entry + 16), ModelContainer.Checksum(file.AsSpan(section.Offset, section.Length)));
        FixTable(file);
    }

    private static void FixTable(byte[] file) =>
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(20), ModelContainer.TableChecksum(file.AsSpan(0, TableEnd)));

    private static uint Sum(uint[] effects, int change)
    {
        uint sum = 0;
        for (var bit = 0; bit < 8; bit++)
        {
            sum ^= (change >> bit & 1) == 1 ? effects[bit] : 0;
        }

        return sum;
    }

    private static long Allocated(Action action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static byte[] Embedded()
    {
        using var stream = typeof(NlpModel).Assembly.GetManifestResourceStream("NewsNlp.Models.english.nnlp")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
