using Microsoft.Win32.SafeHandles;

namespace NewsNlp.Tool.Hosting;

/// <summary>Opens standard output so that a reader who has gone away is noticed.</summary>
internal static class StandardOutput
{
    private const int Descriptor = 1;

    /// <remarks>
    /// The console's own stream swallows a broken pipe, and the program would go on annotating for nobody. A file stream
    /// reports it; but on a regular file it would write at offsets of its own instead of the shell's, so there the
    /// console's stream is right, and no pipe can break.
    /// </remarks>
    public static Stream Open()
    {
        if (OperatingSystem.IsWindows())
        {
            return Console.OpenStandardOutput();
        }

        try
        {
            var stream = new FileStream(new SafeFileHandle(Descriptor, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            return stream.CanSeek ? Console.OpenStandardOutput() : stream;
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or UnauthorizedAccessException)
        {
            return Console.OpenStandardOutput();
        }
    }
}
