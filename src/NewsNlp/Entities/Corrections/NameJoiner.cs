using System.Collections.Frozen;
using NewsNlp.Documents;
using NewsNlp.Documents.Layers;
using NewsNlp.Lexicons;
using NewsNlp.Threading;

namespace NewsNlp.Entities.Corrections;

/// <summary>
/// Joins two mentions that are the halves of one name: the parties of a case in court (<c>Brandt v. United States</c>), and places and bodies
/// with "and" inside (<c>Avon and Somerset Police</c>).
/// </summary>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
internal sealed class NameJoiner
{
    private const int LongestPair = 48;

    // "Devon and Cornwall" are two counties with one police.
    private const string OfBodiesAlone = " *";

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _pairs;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _pairsOfBodies;

    public NameJoiner()
    {
        string[] pairs = [.. EmbeddedLines.Read(CorrectionLists.PathOf("joined-names"))];
        _pairs = Set(pairs.Where(pair => !pair.EndsWith(OfBodiesAlone, StringComparison.Ordinal)));
        _pairsOfBodies = Set(pairs.Select(pair => pair.EndsWith(OfBodiesAlone, StringComparison.Ordinal) ? pair[..^OfBodiesAlone.Length] : pair));
    }

    /// <summary>Copies mentions, in order and not overlapping, with halves joined.</summary>
    public void Join(Document document, ReadOnlySpan<FoundMention> names, InterruptibleList<FoundMention> joined, CancellationToken cancellationToken)
    {
        for (int i = 0; i < names.Length; i++)
        {
            if (i % 256 == 255) cancellationToken.ThrowIfCancellationRequested();
            var name = names[i];
            while (i + 1 < names.Length && TryJoin(document.Text, document.TokenLayer, name, names[i + 1], out var both))
            {
                name = both;
                i++;
            }

            joined.Add(name);
        }
    }

    private bool TryJoin(ReadOnlySpan<char> text, TokenLayer tokens, FoundMention name, FoundMention next, out FoundMention both)
    {
        both = name with { TokenCount = next.EndToken - name.FirstToken, Score = Math.Min(name.Score, next.Score) };
        if (next.FirstToken != name.EndToken + 1 || !IsName(name.Label) || !IsName(next.Label)) return false;
        var between = tokens.Span(name.EndToken).Of(text);
        if (between is "v.")
        {
            both = both with { Label = EntityLabel.Misc };
            return true;
        }

        if (between is not "and") return false;
        int start = tokens.Starts[name.EndToken - 1], end = tokens.Starts[next.FirstToken] + tokens.Lengths[next.FirstToken];
        if (end - start > LongestPair) return false;
        var pair = text[start..end];
        bool isBody = next.Label == EntityLabel.Organization;
        both = both with { Label = isBody ? EntityLabel.Organization : EntityLabel.Location };
        return (isBody ? _pairsOfBodies : _pairs).Contains(pair);
    }

    private static bool IsName(EntityLabel label) =>
        label == EntityLabel.Person || label == EntityLabel.Organization || label == EntityLabel.Location || label == EntityLabel.Misc || label == EntityLabel.Facility || label == EntityLabel.NORP;

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(IEnumerable<string> entries) =>
        entries.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
