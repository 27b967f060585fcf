namespace NewsNlp.Coreference.Antecedents;

/// <summary>A pronoun to resolve, and the mentions that its surroundings bring to mind; -1 where there is none.</summary>
/// <param name="Pronoun">The pronoun's place among the mentions.</param>
/// <param name="Teller">Who tells what the pronoun is a part of, without quotation marks: "Lee said that she was ill".</param>
/// <param name="LastSpeaker">The source of the last quote before.</param>
/// <param name="LastAlike">The last pronoun before of the same gender and number that was resolved.</param>
/// <param name="Subject">The last subject of a sentence before the pronoun's.</param>
internal readonly record struct PronounContext(int Pronoun, int Teller, int LastSpeaker, int LastAlike, int Subject);
