using NewsNlp.Documents;

namespace NewsNlp.Quotations.Reading;

/// <summary>Finds a token's <see cref="WordClass"/> from its part of speech and its form.</summary>
internal static class WordClasses
{
    /// <param name="tag">The part of speech; <see cref="Upos.X"/> where it is unknown.</param>
    /// <param name="form">The form in lower case, with straight apostrophes.</param>
    /// <param name="isBaseForm">Whether the form is also the dictionary form.</param>
    public static WordClass Of(Upos tag, ReadOnlySpan<char> form, bool isBaseForm) => tag switch
    {
        Upos.ADJ => WordClass.Adjective,
        Upos.ADP => WordClass.Adposition,
        Upos.ADV => WordClass.Adverb,
        Upos.AUX => OfAuxiliary(form),
        Upos.CCONJ => WordClass.Conjunction,
        Upos.DET => WordClass.Determiner,
        Upos.INTJ => WordClass.Interjection,
        Upos.NOUN => isBaseForm || form is not [.., 's'] ? WordClass.NounSingular : WordClass.NounPlural,
        Upos.NUM => WordClass.Number,
        Upos.PART => OfParticle(form),
        Upos.PRON => OfPronoun(form),
        Upos.PROPN => WordClass.ProperNoun,
        Upos.PUNCT => OfPunctuation(form),
        Upos.SCONJ => form is "that" ? WordClass.SubordinatorThat : WordClass.Subordinator,
        Upos.SYM => form is "-" or "–" or "—" ? WordClass.Dash : WordClass.Symbol,
        Upos.VERB => OfVerb(form, isBaseForm),
        _ => form is [var first, ..] && !char.IsLetterOrDigit(first) ? OfPunctuation(form) : WordClass.Other,
    };

    /// <summary>Whether the class is that of a word that can be a reporting verb or a part of one.</summary>
    public static bool IsVerb(WordClass word) => word is >= WordClass.VerbBase and <= WordClass.VerbPast;

    /// <summary>Whether the class is that of an auxiliary.</summary>
    public static bool IsAuxiliary(WordClass word) => word is >= WordClass.AuxiliaryBe and <= WordClass.AuxiliaryModal;

    /// <summary>Whether the class is that of a punctuation mark.</summary>
    public static bool IsPunctuation(WordClass word) => word >= WordClass.Comma;

    private static WordClass OfVerb(ReadOnlySpan<char> form, bool isBaseForm) =>
        isBaseForm && form is not ("said" or "told") ? WordClass.VerbBase
        : form.EndsWith("ing") ? WordClass.VerbIng
        : form is [.., 's'] ? WordClass.VerbS
        : WordClass.VerbPast;

    private static WordClass OfAuxiliary(ReadOnlySpan<char> form) => form switch
    {
        "is" or "are" or "was" or "were" or "be" or "been" or "being" or "am" or "'s" or "'re" or "'m" => WordClass.AuxiliaryBe,
        "has" or "have" or "had" or "having" or "'ve" => WordClass.AuxiliaryHave,
        "do" or "does" or "did" => WordClass.AuxiliaryDo,
        _ => WordClass.AuxiliaryModal,
    };

    private static WordClass OfParticle(ReadOnlySpan<char> form) => form switch
    {
        "to" => WordClass.ParticleTo,
        "not" or "n't" or "nt" => WordClass.ParticleNot,
        "'s" or "'" => WordClass.ParticlePossessive,
        _ => WordClass.Other,
    };

    private static WordClass OfPronoun(ReadOnlySpan<char> form) => form switch
    {
        "he" or "she" or "they" or "i" or "we" or "you" => WordClass.PronounPersonal,
        "him" or "them" or "me" or "us" => WordClass.PronounObject,
        "his" or "her" or "their" or "its" or "my" or "our" or "your" => WordClass.PronounPossessive,
        "who" or "which" or "that" or "whom" or "what" or "whose" => WordClass.PronounRelative,
        "it" or "there" => WordClass.PronounIt,
        _ => WordClass.Pronoun,
    };

    private static WordClass OfPunctuation(ReadOnlySpan<char> form) => form is [var first, ..]
        ? first switch
        {
            ',' or ';' => WordClass.Comma,
            '.' or '…' => WordClass.FullStop,
            '?' or '!' => WordClass.QuestionMark,
            ':' => WordClass.Colon,
            '-' or '–' or '—' or '―' => WordClass.Dash,
            '(' or ')' or '[' or ']' or '{' or '}' => WordClass.Bracket,
            '\'' when form.Length == 1 => WordClass.SingleMark,
            '"' or '\'' => WordClass.DoubleMark,
            _ => WordClass.Punctuation,
        }
        : WordClass.Other;
}
