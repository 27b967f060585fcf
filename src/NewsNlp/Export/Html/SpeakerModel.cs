using NewsNlp.Documents;

namespace NewsNlp.Export.Html;

/// <summary>Someone who speaks: an entity, or nobody that could be named.</summary>
/// <param name="Number">From 0, in the order of first quotes; the one who is not known comes last.</param>
/// <param name="Entity">The entity; null for quotes whose speaker is not known.</param>
internal sealed record SpeakerModel(int Number, Entity? Entity)
{
    private const int Hues = 8;
    private const string UnknownHue = "hx";

    public List<Quote> Quotes { get; } = [];

    public string Name => Entity?.CanonicalName ?? "Speaker not known";

    /// <summary>The class of the speaker's colour.</summary>
    public string Hue => Entity is null ? UnknownHue : $"h{(char)('0' + (Number % Hues))}";

    /// <summary>Two letters at most, for a badge.</summary>
    public string Initials { get; } = InitialsOf(Entity?.CanonicalName);

    private static string InitialsOf(string? name)
    {
        if (name is null)
        {
            return "?";
        }

        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => char.IsLetter(word[0])).ToList();
        var capitalized = words.Where(word => char.IsUpper(word[0])).ToList();
        return capitalized.Count switch
        {
            0 => words.Count == 0 ? "·" : words[^1][..1].ToUpperInvariant(),
            1 => capitalized[0][..1],
            _ => capitalized[0][..1] + capitalized[^1][..1],
        };
    }
}
