using System.Runtime.InteropServices;

namespace NewsNlp.Tool.Hosting;

/// <summary>How wide the terminal is that messages go to, whatever input and output are.</summary>
internal static class TerminalSize
{
    private const int StandardError = 2, Default = 80;
    private const nuint GetWindowSize = 0x5413;

    /// <summary>The columns of the terminal that standard error is; 80 where they are not known.</summary>
    public static int ErrorColumns()
    {
        try
        {
            // The console of .NET asks standard input and output alone, both of which are files in a pipeline.
            if (OperatingSystem.IsLinux())
            {
                return Ioctl(StandardError, GetWindowSize, out var size) == 0 && size.Columns > 0 ? size.Columns : Default;
            }

            return Console.WindowWidth is > 0 and var width ? width : Default;
        }
        catch (IOException)
        {
            return Default;
        }
    }

    [DllImport("libc", EntryPoint = "ioctl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Ioctl(int descriptor, nuint request, out WindowSize size);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct WindowSize
    {
        public readonly ushort Rows, Columns, Width, Height;
    }
}
