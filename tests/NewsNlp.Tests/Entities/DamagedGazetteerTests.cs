using System.Text;
using NewsNlp.Entities;
using NewsNlp.Fuzz.Generation;

namespace NewsNlp.Tests.Entities;

/// <summary>A gazetteer's file, damaged in every place: read, or refused with a <see cref="FormatException"/> that names the line.</summary>
public class DamagedGazetteerTests
{
    private static readonly byte[] File = Fragments.CorpusFiles("gazetteer").First().Bytes;

    [Fact]
    public void Every_changed_byte_gives_a_gazetteer_or_a_format_error()
    {
        byte[] changed = [.. File];
        var read = 0;
        for (var at = 0; at < File.Length; at++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                changed[at] ^= (byte)(1 << bit);
                read += IsRead(changed) ? 1 : 0;
                changed[at] = File[at];
            }
        }

        Assert.True(read > File.Length);
    }

    [Fact]
    public void Every_truncation_gives_a_gazetteer_or_a_format_error()
    {
        Assert.True(IsRead(File));
        for (var length = 0; length < File.Length; length++)
        {
            IsRead(File.AsSpan(0, length));
        }
    }

    private static bool IsRead(ReadOnlySpan<byte> bytes)
    {
        var lines = Encoding.UTF8.GetString(bytes);
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            Gazetteer.Read(new StringReader(lines), ignoreCase: true);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 * 1024 + (100 * bytes.Length));
            return true;
        }
        catch (FormatException exception)
        {
            Assert.Contains("line", exception.Message, StringComparison.OrdinalIgnoreCase);
            return false;
        }
    }
}
