namespace NewsNlp.Training.Sentences;

/// <summary>A text with its sentences marked by hand.</summary>
/// <param name="Id">The document's name in its data set.</param>
/// <param name="Paragraphs">The paragraphs, each a list of sentences with the white space that follows them.</param>
internal sealed record GoldText(string Id, IReadOnlyList<IReadOnlyList<GoldSentence>> Paragraphs);

/// <summary>A sentence marked by hand.</summary>
/// <param name="Text">Its characters.</param>
/// <param name="SpaceAfter">Whether white space parts it from the next one.</param>
internal readonly record struct GoldSentence(string Text, bool SpaceAfter);
