using NewsNlp.Coreference.Reading;
using NewsNlp.Documents;

namespace NewsNlp.Coreference.Sieves;

/// <summary>
/// The first paragraph begins with "A pilot who ...", and the second with "Ann Lee, 44, ...": one and the same, named once the
/// reader knows what it is about.
/// </summary>
internal sealed class LeadSieve(ResolverScratch scratch)
{
    private readonly Article _article = scratch.Article;

    public void Resolve()
    {
        var mentions = scratch.Mentions;
        var lead = -1;
        for (var i = 0; i < mentions.Length; i++)
        {
            _article.Look(i);
            ref readonly var mention = ref mentions[i];
            var isAtStart = mention.TitleStart == _article.SentenceStarts[mention.Sentence];
            if (_article.SentenceBlocks[mention.Sentence] != BlockKind.Paragraph || (!isAtStart && (lead < 0 || !IsQuotedWithAge(mention))))
            {
                continue;
            }

            if (lead < 0)
            {
                if (mention is not { Kind: MentionKind.Nominal, Class: EntityClass.Person, IsPlural: false, IsDropped: false } || scratch.Clusters.Info(i).Name >= 0)
                {
                    return;
                }

                lead = i;
            }
            else if (_article.Paragraphs[mention.Sentence] != _article.Paragraphs[mentions[lead].Sentence])
            {
                if (mention is { Kind: MentionKind.Name, Class: EntityClass.Person } && (!isAtStart || !mention.IsSource) && scratch.NameOf(i).Length > 1 && scratch.Clusters.Info(i) is var info
                    && Agreement.Allows(info.Gender, scratch.Clusters.Info(lead).Gender) && IsFirst(i) && mention.End < _article.Count && _article.Form(mention.End) is "," or "of")
                {
                    scratch.Clusters.Union(i, lead);
                }

                return;
            }
        }
    }

    /// <summary>"'I was afraid,' Ann Lee, 34, said": whoever speaks in the second paragraph, with an age.</summary>
    private bool IsQuotedWithAge(in MentionDraft mention) =>
        mention is { Kind: MentionKind.Name, Class: EntityClass.Person, IsSource: true, Quote: < 0 } && _article.Quotes[_article.SentenceStarts[mention.Sentence]] >= 0
        && mention.End + 2 < _article.Count && _article.Form(mention.End) is "," && _article.Form(mention.End + 1) is [>= '1' and <= '9', >= '0' and <= '9'] && _article.Form(mention.End + 2) is ",";

    /// <summary>Whether no earlier name means the same, the headline's aside.</summary>
    private bool IsFirst(int mention)
    {
        for (var i = 0; i < mention; i++)
        {
            _article.Look(i);
            if (_article.SentenceBlocks[scratch.Mentions[i].Sentence] == BlockKind.Paragraph && scratch.Clusters.AreSame(i, mention))
            {
                return false;
            }
        }

        return true;
    }
}
