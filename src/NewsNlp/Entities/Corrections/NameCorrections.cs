using NewsNlp.Documents;
using NewsNlp.Entities.Values;
using NewsNlp.Features;
using NewsNlp.Threading;

namespace NewsNlp.Entities.Corrections;

/// <summary>
/// Brings the names that the model found into order by what their words say, and adds those that it overlooks: words of dates leave, each
/// mention is mended by itself, halves of one name are joined, persons and bodies are added, lone names follow the others,
/// and acronyms what they stand for.
/// </summary>
/// <threadsafety>Immutable; safe for any number of threads, each with scratch memory of its own.</threadsafety>
internal sealed class NameCorrections(ValueVocabulary values)
{
    private const int CancellationInterval = 256;

    private readonly NameMender _mender = new(values);
    private readonly NameJoiner _joiner = new();
    private readonly OverlookedNameFinder _persons = new();
    private readonly OverlookedBodyFinder _bodies = new();

    /// <summary>Adds the document's names to <paramref name="names"/>.</summary>
    /// <param name="document">A document with tokens and sentences.</param>
    /// <param name="learned">What the model found, in order, not overlapping.</param>
    /// <param name="dates">The dates that rules found, likewise.</param>
    /// <param name="scratch">Memory to work in.</param>
    /// <param name="names">Takes the names, in order, not overlapping.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public void Correct(
        Document document, ReadOnlySpan<FoundMention> learned, ReadOnlySpan<FoundMention> dates, CorrectionScratch scratch, InterruptibleList<FoundMention> names,
        CancellationToken cancellationToken)
    {
        FindOverlooked(document, scratch, cancellationToken);
        scratch.Even.Clear();
        Mend(document, learned, dates, scratch.Even, cancellationToken);
        scratch.Odd.Clear();
        _joiner.Join(document, scratch.Even.Items, scratch.Odd, cancellationToken);
        scratch.Even.Clear();
        MentionLists.Fill(scratch.Odd.Items, scratch.Persons.Items, scratch.Even, cancellationToken);
        LeaveOutFamilyNames(document, scratch.Even.Items, scratch, cancellationToken);
        scratch.Odd.Clear();
        MentionLists.FillOver(scratch.Even.Items, scratch.KeptBodies.Items, IsBetterKnown, scratch.Odd, cancellationToken);
        scratch.Even.Clear();
        scratch.LoneNames.Mend(document, scratch.Odd.Items, scratch.Even, cancellationToken);
        scratch.Acronyms.Mend(document, scratch.Even.Items, names, cancellationToken);
    }

    /// <summary>Whether the model's label is none that it mistakes bodies for.</summary>
    private static bool IsBetterKnown(FoundMention mention) =>
        mention.Label != EntityLabel.Person && mention.Label != EntityLabel.Location && mention.Label != EntityLabel.NORP;

    private void FindOverlooked(Document document, CorrectionScratch scratch, CancellationToken cancellationToken)
    {
        scratch.Persons.Clear();
        scratch.Bodies.Clear();
        var sentences = document.SentenceLayer;
        for (int i = 0; i < sentences.FirstTokens.Length; i++)
        {
            if (i % 16 == 15) cancellationToken.ThrowIfCancellationRequested();
            int first = sentences.FirstTokens[i], count = sentences.TokenCounts[i];
            _persons.Find(document.Text, document.TokenLayer, first, count, scratch.Persons, cancellationToken);
            _bodies.Find(document.Text, document.TokenLayer, first, count, scratch.Bodies, cancellationToken);
        }
    }

    // Of the bodies, all but the "Honda" of an article about Keisuke Honda.
    private static void LeaveOutFamilyNames(Document document, ReadOnlySpan<FoundMention> names, CorrectionScratch scratch, CancellationToken cancellationToken)
    {
        scratch.FamilyNames.Clear();
        for (int i = 0; i < names.Length; i++)
        {
            if (i % CancellationInterval == 0) cancellationToken.ThrowIfCancellationRequested();
            if (names[i].Label == EntityLabel.Person && names[i].TokenCount > 1) scratch.FamilyNames.Add(HashOf(document, names[i].EndToken - 1));
        }

        scratch.KeptBodies.Clear();
        var bodies = scratch.Bodies.Items;
        for (int i = 0; i < bodies.Length; i++)
        {
            if (i % CancellationInterval == 0) cancellationToken.ThrowIfCancellationRequested();
            if (bodies[i].TokenCount > 1 || !scratch.FamilyNames.Contains(HashOf(document, bodies[i].FirstToken))) scratch.KeptBodies.Add(bodies[i]);
        }
    }

    private static ulong HashOf(Document document, int token) => WordHash.Plain(document.TokenLayer.Span(token).Of(document.Text));

    // All but the "Monday" of "Monday night", which is a part of no name.
    private void Mend(
        Document document, ReadOnlySpan<FoundMention> learned, ReadOnlySpan<FoundMention> dates, InterruptibleList<FoundMention> mended, CancellationToken cancellationToken)
    {
        int next = 0;
        for (int i = 0; i < learned.Length; i++)
        {
            if (i % CancellationInterval == 0) cancellationToken.ThrowIfCancellationRequested();
            var mention = learned[i];
            while (next < dates.Length && dates[next].EndToken <= mention.FirstToken) next++;
            bool isPart = mention.Label == EntityLabel.Misc && next < dates.Length && dates[next].TokenCount > mention.TokenCount
                && dates[next].FirstToken <= mention.FirstToken && dates[next].EndToken >= mention.EndToken;
            if (!isPart && _mender.Mend(document.Text, document.TokenLayer, mention) is { } name) mended.Add(name);
        }
    }
}
