using System.Collections.Frozen;
using NewsNlp.Documents;
using NewsNlp.Documents.Layers;

namespace NewsNlp.Entities.Corrections;

/// <summary>
/// Names that the model takes for a person's or a people's now and then, "Kremlin" where it "dismisses" something, and that neither has;
/// nor is any of those in capitals a place, as "U.N." is not.
/// </summary>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
internal sealed class KnownBodies
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _names = CorrectionLists.Read("bodies");

    /// <summary>The mention, as an organization where it was taken for something else and is one of these.</summary>
    public FoundMention Correct(ReadOnlySpan<char> text, TokenLayer tokens, FoundMention mention)
    {
        var isPlace = mention.Label == EntityLabel.Location;
        if (!isPlace && mention.Label != EntityLabel.Person && mention.Label != EntityLabel.NORP) return mention;
        var name = tokens.Span(mention.FirstToken, mention.TokenCount).Of(text);
        return _names.Contains(name) && !(isPlace && char.IsLower(name[^1])) ? mention with { Label = EntityLabel.Organization } : mention;
    }
}
