using System.Collections.Frozen;
using NewsNlp.Documents;
using NewsNlp.Documents.Layers;
using NewsNlp.Lexicons;

namespace NewsNlp.Entities.Corrections;

/// <summary>Names that the model takes for a person's now and then, "Kremlin" where it "dismisses" something, and that no person has.</summary>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
internal sealed class KnownBodies
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _names =
        EmbeddedLines.ReadSet("Entities/Corrections/Resources/bodies.txt", StringComparer.Ordinal);

    /// <summary>The mention, as an organization where it was taken for a person and is one of these.</summary>
    public FoundMention Correct(ReadOnlySpan<char> text, TokenLayer tokens, FoundMention mention)
    {
        if (mention.Label != EntityLabel.Person) return mention;
        int last = mention.EndToken - 1, start = tokens.Starts[mention.FirstToken];
        return _names.Contains(text[start..(tokens.Starts[last] + tokens.Lengths[last])]) ? mention with { Label = EntityLabel.Organization } : mention;
    }
}
