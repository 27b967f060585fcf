using System.Collections.Frozen;
using NewsNlp.Documents;
using NewsNlp.Documents.Layers;
using NewsNlp.Lexicons;

namespace NewsNlp.Entities.Corrections;

/// <summary>
/// Names that the model takes for a person's or a people's now and then, "Kremlin" where it "dismisses" something, and that neither has;
/// nor is any of those in capitals a place, as "U.N." is not.
/// </summary>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
internal sealed class KnownBodies
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _names =
        EmbeddedLines.ReadSet("Entities/Corrections/Resources/bodies.txt", StringComparer.Ordinal);

    /// <summary>The mention, as an organization where it was taken for something else and is one of these.</summary>
    public FoundMention Correct(ReadOnlySpan<char> text, TokenLayer tokens, FoundMention mention)
    {
        var isPlace = mention.Label == EntityLabel.Location;
        if (!isPlace && mention.Label != EntityLabel.Person && mention.Label != EntityLabel.NORP) return mention;
        int last = mention.EndToken - 1, start = tokens.Starts[mention.FirstToken];
        var name = text[start..(tokens.Starts[last] + tokens.Lengths[last])];
        return _names.Contains(name) && !(isPlace && char.IsLower(name[^1])) ? mention with { Label = EntityLabel.Organization } : mention;
    }
}
