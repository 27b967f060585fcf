using NewsNlp.Coreference.Lexicons;
using NewsNlp.Documents;

namespace NewsNlp.Coreference.Reading;

/// <summary>How pronouns stand, where the lists cannot tell: "her" is a possessive and an object.</summary>
internal static class Pronouns
{
    /// <summary>Whether a pronoun is an object: "him", and "her" where no noun follows; as far as tags tell.</summary>
    public static bool IsObject(Article article, in MentionDraft pronoun) =>
        pronoun.Entry is { Use: PronounUse.Object }
        || (article.HasTags && article.IsWord(pronoun.Start, "her") && !IsBeforeNoun(article, pronoun));

    private static bool IsBeforeNoun(Article article, in MentionDraft pronoun) =>
        pronoun.End < article.Count && article.Tag(pronoun.End) is Upos.NOUN or Upos.ADJ or Upos.PROPN or Upos.NUM;
}
