using System.Text;
using NewsNlp.Tool.Streams;

namespace NewsNlp.Tool.Hosting;

/// <summary>
/// Standard error, where nothing that is written can fail: with nobody to tell, a run still does its work and ends with its exit code.
/// </summary>
internal static class StandardError
{
    public static TextWriter Open() =>
        TextWriter.Synchronized(new StreamWriter(new Forgiving(Console.OpenStandardError()), new UTF8Encoding(false)) { AutoFlush = true });

    private sealed class Forgiving(Stream inner) : WriteOnlyStream
    {
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            try
            {
                inner.Write(buffer);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // A full disk, or a descriptor that is closed.
            }
        }
    }
}
