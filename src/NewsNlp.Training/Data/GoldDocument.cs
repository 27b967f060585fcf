using NewsNlp.Documents;

namespace NewsNlp.Training.Data;

/// <summary>A word as annotators marked it; offsets in UTF-16 code units of the document's text.</summary>
internal readonly record struct GoldWord(int Start, int Length, Upos Upos, string Lemma);

/// <summary>A run of words from the first up to, not including, the last.</summary>
internal readonly record struct GoldSentence(int FirstWord, int WordCount);

/// <summary>A document with its raw text, and what annotators marked in it.</summary>
internal sealed record GoldDocument(string Id, string Text, IReadOnlyList<GoldWord> Words, IReadOnlyList<GoldSentence> Sentences);
