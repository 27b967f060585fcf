using NewsNlp.Documents;

namespace NewsNlp.Quotations.Reading;

/// <summary>Finds a token's <see cref="TokenClass"/> from its part of speech and its form.</summary>
internal static class TokenClasses
{
    /// <param name="tag">The part of speech; <see cref="Upos.X"/> where it is unknown.</param>
    /// <param name="form">The form in plain form, see <see cref="Features.WordHash"/>; of a long one the end.</param>
    /// <param name="isBaseForm">Whether the form is also the dictionary form.</param>
    public static TokenClass Of(Upos tag, ReadOnlySpan<char> form, bool isBaseForm) => tag switch
    {
        Upos.ADJ => TokenClass.Adjective,
        Upos.ADP => TokenClass.Adposition,
        Upos.ADV => TokenClass.Adverb,
        Upos.AUX => OfAuxiliary(form),
        Upos.CCONJ => TokenClass.Conjunction,
        Upos.DET => TokenClass.Determiner,
        Upos.INTJ => TokenClass.Interjection,
        Upos.NOUN => isBaseForm || form is not [.., 's'] ? TokenClass.NounSingular : TokenClass.NounPlural,
        Upos.NUM => TokenClass.Number,
        Upos.PART => OfParticle(form),
        Upos.PRON => OfPronoun(form),
        Upos.PROPN => TokenClass.ProperNoun,
        Upos.PUNCT => OfPunctuation(form),
        Upos.SCONJ => form is "that" ? TokenClass.SubordinatorThat : TokenClass.Subordinator,
        Upos.SYM => form is "-" or "―" ? TokenClass.Dash : TokenClass.Symbol,
        Upos.VERB => OfVerb(form, isBaseForm),
        _ => form is [var first, ..] && !char.IsLetterOrDigit(first) ? OfPunctuation(form) : TokenClass.Other,
    };

    /// <summary>Whether the class is that of a word that can be a reporting verb or a part of one.</summary>
    public static bool IsVerb(TokenClass word) => word is >= TokenClass.VerbBase and <= TokenClass.VerbPast;

    /// <summary>Whether the class is that of an auxiliary.</summary>
    public static bool IsAuxiliary(TokenClass word) => word is >= TokenClass.AuxiliaryBe and <= TokenClass.AuxiliaryModal;

    /// <summary>Whether the class is that of a verb or an auxiliary.</summary>
    public static bool IsVerbal(TokenClass word) => IsVerb(word) || IsAuxiliary(word);

    /// <summary>Whether the class is that of a verbal word that a clause can stand on: no base form and no "-ing".</summary>
    public static bool IsFinite(TokenClass word) => IsVerbal(word) && word is not (TokenClass.VerbBase or TokenClass.VerbIng);

    /// <summary>Whether the class is that of a punctuation mark.</summary>
    public static bool IsPunctuation(TokenClass word) => word >= TokenClass.Comma;

    private static TokenClass OfVerb(ReadOnlySpan<char> form, bool isBaseForm) =>
        isBaseForm && form is not ("said" or "told") ? TokenClass.VerbBase
        : form.EndsWith("ing") ? TokenClass.VerbIng
        : form is [.., 's'] ? TokenClass.VerbS
        : TokenClass.VerbPast;

    private static TokenClass OfAuxiliary(ReadOnlySpan<char> form) => form switch
    {
        "is" or "are" or "was" or "were" or "be" or "been" or "being" or "am" or "'s" or "'re" or "'m" => TokenClass.AuxiliaryBe,
        "has" or "have" or "had" or "having" or "'ve" => TokenClass.AuxiliaryHave,
        "do" or "does" or "did" => TokenClass.AuxiliaryDo,
        _ => TokenClass.AuxiliaryModal,
    };

    private static TokenClass OfParticle(ReadOnlySpan<char> form) => form switch
    {
        "to" => TokenClass.ParticleTo,
        "not" or "n't" or "nt" => TokenClass.ParticleNot,
        "'s" or "'" => TokenClass.ParticlePossessive,
        _ => TokenClass.Other,
    };

    private static TokenClass OfPronoun(ReadOnlySpan<char> form) => form switch
    {
        "he" or "she" or "they" or "i" or "we" or "you" => TokenClass.PronounPersonal,
        "him" or "them" or "me" or "us" => TokenClass.PronounObject,
        "his" or "her" or "their" or "its" or "my" or "our" or "your" => TokenClass.PronounPossessive,
        "who" or "which" or "that" or "whom" or "what" or "whose" => TokenClass.PronounRelative,
        "it" or "there" => TokenClass.PronounIt,
        _ => TokenClass.Pronoun,
    };

    private static TokenClass OfPunctuation(ReadOnlySpan<char> form) => form is [var first, ..]
        ? first switch
        {
            ',' or ';' => TokenClass.Comma,
            '.' or '…' => TokenClass.FullStop,
            '?' or '!' => TokenClass.QuestionMark,
            ':' => TokenClass.Colon,
            '-' or '―' => TokenClass.Dash,
            '(' or ')' or '[' or ']' or '{' or '}' => TokenClass.Bracket,
            '\'' when form.Length == 1 => TokenClass.SingleMark,
            '"' or '\'' => TokenClass.DoubleMark,
            _ => TokenClass.Punctuation,
        }
        : TokenClass.Other;
}
