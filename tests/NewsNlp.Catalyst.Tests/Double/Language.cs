namespace Mosaik.Core;

/// <summary>A language, or that none is known.</summary>
public enum Language
{
    Unknown,
    Any,
    English,
    French,
}
