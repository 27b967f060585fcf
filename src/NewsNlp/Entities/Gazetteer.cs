using NewsNlp.Documents;
using NewsNlp.Entities.Gazetteers;

namespace NewsNlp.Entities;

/// <summary>
/// A list of phrases with a label each: team names, company names, whatever a user knows better than a model. Add it to a
/// pipeline together with a <see cref="GazetteerPolicy"/>.
/// </summary>
/// <remarks>
/// A phrase matches inside one sentence, from the start of a token to the end of one; of several that start at the same
/// token the longest wins. White space of any length counts as one space, and as none beside punctuation; a typographic
/// apostrophe or hyphen counts as the plain one. Nothing else is folded, unless case is ignored. Matching takes one pass and
/// time that does not depend on the number of phrases.
/// </remarks>
/// <threadsafety>Immutable; safe for any number of threads and pipelines.</threadsafety>
public sealed class Gazetteer
{
    /// <summary>The most words, punctuation marks counted, that a phrase may have.</summary>
    public const int MaxPhraseWords = 64;

    internal Gazetteer(GazetteerTable table) => Table = table;

    /// <summary>How many different phrases it holds.</summary>
    public int Count => Table.PhraseCount;

    /// <summary>Whether upper and lower case count as the same (invariant culture, character by character).</summary>
    public bool IgnoresCase => Table.IgnoresCase;

    internal GazetteerTable Table { get; }

    /// <summary>Creates a gazetteer.</summary>
    /// <param name="phrases">The phrases; one may come again, but only with the same label.</param>
    /// <param name="ignoreCase">Whether upper and lower case count as the same.</param>
    /// <exception cref="ArgumentNullException"><paramref name="phrases"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// A phrase is null, has no letter, digit or other visible character, has more than <see cref="MaxPhraseWords"/> words,
    /// comes with two different labels, or its label is the default value.
    /// </exception>
    public static Gazetteer Create(IEnumerable<(string Phrase, EntityLabel Label)> phrases, bool ignoreCase = false)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        var builder = new GazetteerTableBuilder(ignoreCase);
        foreach (var (phrase, label) in phrases)
        {
            if (builder.Add(phrase, label) is { } error) throw new ArgumentException(error, nameof(phrases));
        }

        return new Gazetteer(builder.Build());
    }

    /// <summary>Reads a gazetteer from lines of a phrase, a tab and a label; empty lines are skipped.</summary>
    /// <param name="reader">Gives the lines; read to its end, not disposed.</param>
    /// <param name="ignoreCase">Whether upper and lower case count as the same.</param>
    /// <exception cref="ArgumentNullException"><paramref name="reader"/> is null.</exception>
    /// <exception cref="FormatException">
    /// One or more lines are wrong; the message names the first ones by number, with what is wrong in each.
    /// </exception>
    public static Gazetteer Read(TextReader reader, bool ignoreCase = false)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return new Gazetteer(GazetteerFile.Read(reader, ignoreCase));
    }
}
