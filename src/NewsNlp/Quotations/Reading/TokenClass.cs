namespace NewsNlp.Quotations.Reading;

/// <summary>
/// The part of speech, finer where quotes need it: verb forms, kinds of pronouns and punctuation marks. The numbers are
/// part of the models' features.
/// </summary>
internal enum TokenClass : byte
{
    Other,
    Adjective,
    Adposition,
    Adverb,
    Conjunction,
    Determiner,
    Interjection,
    NounSingular,
    NounPlural,
    Number,
    ParticleTo,
    ParticleNot,
    ParticlePossessive,
    PronounPersonal,
    PronounObject,
    PronounPossessive,
    PronounRelative,
    PronounIt,
    Pronoun,
    ProperNoun,
    Subordinator,
    SubordinatorThat,
    Symbol,
    VerbBase,
    VerbS,
    VerbIng,
    VerbPast,
    AuxiliaryBe,
    AuxiliaryHave,
    AuxiliaryDo,
    AuxiliaryModal,
    Comma,
    FullStop,
    QuestionMark,
    Colon,
    Dash,
    Bracket,
    DoubleMark,
    SingleMark,
    Punctuation,
}
