using NewsNlp.Documents;

namespace NewsNlp.Training.Data;

/// <summary>A word as annotators marked it; offsets in UTF-16 code units of the document's text.</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Upos">Its part of speech.</param>
/// <param name="Lemma">Its dictionary form.</param>
/// <param name="Head">The place of the word that it depends on; -1 for none, or none that is known.</param>
/// <param name="IsTied">Whether it names the same as that word, see <see cref="NamingWords"/>.</param>
internal readonly record struct GoldWord(int Start, int Length, Upos Upos, string Lemma, int Head = -1, bool IsTied = false)
{
    /// <summary>The offset behind it.</summary>
    public int End => Start + Length;
}

/// <summary>A run of words from the first up to, not including, the last.</summary>
internal readonly record struct GoldSentence(int FirstWord, int WordCount);

/// <summary>A document with its raw text, and what annotators marked in it.</summary>
internal sealed record GoldDocument(string Id, string Text, IReadOnlyList<GoldWord> Words, IReadOnlyList<GoldSentence> Sentences);
