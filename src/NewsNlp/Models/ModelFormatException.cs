namespace NewsNlp.Models;

/// <summary>
/// A model file cannot be used: it is damaged, cut short, of a version this library does not read, or was trained for
/// other features than this library computes. The message says which, and what to do.
/// </summary>
public sealed class ModelFormatException : Exception
{
    /// <summary>Creates an exception without details.</summary>
    public ModelFormatException() : this("The model file cannot be read.")
    {
    }

    /// <summary>Creates an exception with a message.</summary>
    /// <param name="message">What is wrong, and the remedy.</param>
    public ModelFormatException(string message) : base(message)
    {
    }

    /// <summary>Creates an exception with a message and the error that led to it.</summary>
    /// <param name="message">What is wrong, and the remedy.</param>
    /// <param name="innerException">The error that led to this one.</param>
    public ModelFormatException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <summary>Creates an exception about one section of the file.</summary>
    /// <param name="section">The section's name.</param>
    /// <param name="message">What is wrong, and the remedy.</param>
    /// <param name="versionFound">The version in the file, where the version is the trouble.</param>
    /// <param name="versionsSupported">The versions this library reads, such as "1" or "1 to 3".</param>
    public ModelFormatException(string section, string message, int? versionFound = null, string? versionsSupported = null)
        : base($"Model section '{section}': {message}")
    {
        Section = section;
        VersionFound = versionFound;
        VersionsSupported = versionsSupported;
    }

    /// <summary>The section at fault ("header" for the container itself); null where none is known.</summary>
    public string? Section { get; }

    /// <summary>The version found in the file; null where the version is not the trouble.</summary>
    public int? VersionFound { get; }

    /// <summary>The versions this library reads; null where the version is not the trouble.</summary>
    public string? VersionsSupported { get; }
}
