using System.IO.Compression;
using ZstdSharp;

namespace NewsNlp.Tool.Archives;

/// <summary>How a file is compressed.</summary>
internal enum CompressionKind
{
    None,
    Gzip,
    Zstandard,
}

/// <summary>Compression by a file's ending: <c>.gz</c> and <c>.zst</c>.</summary>
internal static class Compression
{
    // Of gzip the fastest level: JSON is twenty times its text, and one thread writes it.
    private const CompressionLevel GzipLevel = CompressionLevel.Fastest;
    private const int ZstandardLevel = 3;

    public static CompressionKind KindOf(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".GZ" => CompressionKind.Gzip,
        ".ZST" => CompressionKind.Zstandard,
        _ => CompressionKind.None,
    };

    /// <summary>The path without the ending that says how it is compressed.</summary>
    public static string PlainName(string path) => KindOf(path) == CompressionKind.None ? path : Path.ChangeExtension(path, null);

    /// <summary>Unpacks a stream, which the result owns; all members or frames in turn. Damage is an <see cref="IOException"/>.</summary>
    public static Stream Unpack(Stream packed, CompressionKind kind) => kind switch
    {
        CompressionKind.Gzip => new UnpackedStream(new GZipStream(packed, CompressionMode.Decompress), "gzip"),
        CompressionKind.Zstandard => new UnpackedStream(new DecompressionStream(packed, leaveOpen: false), "Zstandard"),
        _ => packed,
    };

    /// <summary>Starts a member or frame on a stream that stays open when the result is closed.</summary>
    public static Stream StartMember(Stream target, CompressionKind kind) => kind == CompressionKind.Gzip
        ? new GZipStream(target, GzipLevel, leaveOpen: true)
        : new CompressionStream(target, ZstandardLevel, leaveOpen: true);
}
