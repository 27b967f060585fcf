namespace NewsNlp.Tokenization;

/// <summary>What a UTF-16 code unit can be to the tokenizer.</summary>
internal enum CharacterClass : byte
{
    /// <summary>White space, control and format characters: never in a token by themselves.</summary>
    Gap,

    /// <summary>Soft hyphen, joiner, word joiner: part of a word that goes on behind it, else a gap.</summary>
    Joiner,

    /// <summary>Letters of any script, and the underscore.</summary>
    Letter,

    /// <summary>Digits and other numerals, save superscripts.</summary>
    Digit,

    /// <summary>Combining marks and variation selectors: part of the token before them.</summary>
    Mark,

    /// <summary>The signs that are used as an apostrophe: ' ’ ‘ ` ´.</summary>
    Apostrophe,

    /// <summary>The hyphens that can join a word: - ‐ ‑, not the dashes.</summary>
    Hyphen,

    /// <summary>Other punctuation.</summary>
    Punctuation,

    /// <summary>Symbols.</summary>
    Symbol,

    /// <summary>A symbol that is shown as an emoji.</summary>
    Emoji,

    /// <summary>Half of a surrogate pair, or a lone one: look at the code point.</summary>
    Surrogate,
}
