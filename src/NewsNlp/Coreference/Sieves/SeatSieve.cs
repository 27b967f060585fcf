using System.Runtime.CompilerServices;
using NewsNlp.Coreference.Lexicons;
using NewsNlp.Coreference.Reading;
using NewsNlp.Documents;

namespace NewsNlp.Coreference.Sieves;

/// <summary>
/// Finds capitals and seats that stand for a government: "Moscow said", where the article speaks of Russia, too. The seat keeps
/// its own entity, and says whom it speaks for. A town that nothing but happens in stands for nobody.
/// </summary>
internal sealed class SeatSieve(ResolverScratch scratch)
{
    private readonly Article _article = scratch.Article;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Find()
    {
        var mentions = scratch.Mentions;
        var known = scratch.Postings;
        known.Clear();
        for (var i = 0; i < mentions.Length; i++)
        {
            _article.Look(i);
            if (mentions[i].Kind == MentionKind.Name && scratch.Clusters.Info(i).Alias is >= 0 and var alias && known.First(alias) < 0)
            {
                known.Add(alias, i);
            }
        }

        for (var i = 0; i < mentions.Length; i++)
        {
            _article.Look(i);
            ref readonly var mention = ref mentions[i];
            if (mention.Kind != MentionKind.Name || mention.Class is EntityClass.Person or EntityClass.Norp || mention.IsByline || !Acts(mention))
            {
                continue;
            }

            var name = _article.Span(mention.Core, mention.CoreEnd).Of(_article.Text);
            Add(i, NameAliases.Default.FindSeat(name), known);
            Add(i, NameAliases.Default.FindCapital(name), known);
        }
    }

    /// <summary>Whether it speaks, or does something.</summary>
    private bool Acts(in MentionDraft mention) =>
        mention.IsSource || (mention.IsSubject && (mention.TitleStart == 0 || _article.Tag(mention.TitleStart - 1) is not (Upos.ADP or Upos.PROPN)));

    private void Add(int seat, int alias, Postings known)
    {
        if (alias >= 0 && known.First(alias) is >= 0 and var item && !scratch.Clusters.AreSame(seat, known.Value(item)) && scratch.Clusters.Info(seat).SpeaksFor < 0)
        {
            scratch.Clusters.Info(seat).SpeaksFor = known.Value(item);
        }
    }
}
