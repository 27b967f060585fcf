namespace Catalyst;

/// <summary>Tags and lemmas by a list of words, and by capitals and endings for the others.</summary>
internal static class Vocabulary
{
    private static readonly Dictionary<string, (PartOfSpeech Tag, string Lemma)> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["the"] = (PartOfSpeech.DET, "the"),
        ["a"] = (PartOfSpeech.DET, "a"),
        ["we"] = (PartOfSpeech.PRON, "we"),
        ["she"] = (PartOfSpeech.PRON, "she"),
        ["he"] = (PartOfSpeech.PRON, "he"),
        ["it"] = (PartOfSpeech.PRON, "it"),
        ["I"] = (PartOfSpeech.PRON, "I"),
        ["at"] = (PartOfSpeech.ADP, "at"),
        ["in"] = (PartOfSpeech.ADP, "in"),
        ["of"] = (PartOfSpeech.ADP, "of"),
        ["on"] = (PartOfSpeech.ADP, "on"),
        ["to"] = (PartOfSpeech.PART, "to"),
        ["and"] = (PartOfSpeech.CCONJ, "and"),
        ["that"] = (PartOfSpeech.SCONJ, "that"),
        ["will"] = (PartOfSpeech.AUX, "will"),
        ["would"] = (PartOfSpeech.AUX, "would"),
        ["have"] = (PartOfSpeech.AUX, "have"),
        ["do"] = (PartOfSpeech.AUX, "do"),
        ["can"] = (PartOfSpeech.AUX, "can"),
        ["am"] = (PartOfSpeech.AUX, "be"),
        ["is"] = (PartOfSpeech.AUX, "be"),
        ["are"] = (PartOfSpeech.AUX, "be"),
        ["not"] = (PartOfSpeech.PART, "not"),
        ["said"] = (PartOfSpeech.VERB, "say"),
        ["told"] = (PartOfSpeech.VERB, "tell"),
        ["voted"] = (PartOfSpeech.VERB, "vote"),
        ["waited"] = (PartOfSpeech.VERB, "wait"),
        ["close"] = (PartOfSpeech.VERB, "close"),
        ["know"] = (PartOfSpeech.VERB, "know"),
        ["leave"] = (PartOfSpeech.VERB, "leave"),
        ["long"] = (PartOfSpeech.ADV, "long"),
        ["enough"] = (PartOfSpeech.ADV, "enough"),
        ["ready"] = (PartOfSpeech.ADJ, "ready"),
        ["reporters"] = (PartOfSpeech.NOUN, "reporter"),
        ["boats"] = (PartOfSpeech.NOUN, "boat"),
        ["Mayor"] = (PartOfSpeech.NOUN, "mayor"),
    };

    public static void Tag(List<Word> tokens)
    {
        foreach (var token in tokens)
        {
            (token.POS, token.Lemma) = Words.TryGetValue(token.Value, out var known) ? known : Guess(token.Value);
        }
    }

    private static (PartOfSpeech Tag, string Lemma) Guess(string word) =>
        word.All(char.IsPunctuation) ? (PartOfSpeech.PUNCT, word)
        : char.IsDigit(word[0]) ? (PartOfSpeech.NUM, word)
        : !char.IsLetter(word[0]) ? (PartOfSpeech.SYM, word)
        : char.IsUpper(word[0]) ? (PartOfSpeech.PROPN, word)
        : (PartOfSpeech.NOUN, word);
}
