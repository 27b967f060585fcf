using System.Runtime.CompilerServices;
using NewsNlp.Coreference.Lexicons;
using NewsNlp.Coreference.Reading;
using NewsNlp.Documents;
using NewsNlp.Lexicons;

namespace NewsNlp.Coreference.Names;

/// <summary>Numbers the words of each name, and reads what titles and given names say of a person.</summary>
internal static class NameReader
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Read(ResolverScratch scratch)
    {
        var article = scratch.Article;
        var mentions = scratch.Mentions;
        for (var i = 0; i < mentions.Length; i++)
        {
            article.Look(i);
            ref var mention = ref mentions[i];
            var start = scratch.NameWords.Count;
            if (mention.Kind == MentionKind.Name)
            {
                ReadWords(scratch, mention);
                if (mention.Class == EntityClass.Person)
                {
                    ReadTitles(article, ref mention);
                    ReadGivenName(scratch, ref mention, start);
                }
            }

            scratch.NameRuns.Add((start, scratch.NameWords.Count - start));
        }
    }

    private static void ReadWords(ResolverScratch scratch, in MentionDraft mention)
    {
        var article = scratch.Article;
        for (var t = mention.Core; t < mention.CoreEnd; t++)
        {
            if (article.IsPunctuation(t) || article.IsPossessiveMark(t) || (mention.Class == EntityClass.Person && PostNominals.Has(article.Form(t))))
            {
                continue;
            }

            scratch.NameWords.Add(scratch.Words.Add(article.Form(t)));
        }
    }

    /// <summary>Titles inside the name or right before it.</summary>
    private static void ReadTitles(Article article, ref MentionDraft mention)
    {
        for (var t = mention.Core - 1; t >= 0 && t >= mention.Core - 4 && article.Sentences[t] == mention.Sentence && article.Entries[t] is { } entry; t--)
        {
            if (!entry.Is(WordFlags.Title | WordFlags.Role | WordFlags.Family))
            {
                return;
            }

            mention.TitleStart = Math.Min(mention.TitleStart, t);
            mention.HasTitle |= entry.Is(WordFlags.Title);
            mention.HasGivenNameTitle |= t == mention.Core - 1 && entry.Is(WordFlags.GivenNameTitle);
            mention.Title ??= entry.Is(WordFlags.Role | WordFlags.RoleTitle) ? entry.Lemma : null;
            if (entry.Gender is Gender.Male or Gender.Female && !(entry.Is(WordFlags.Person) && !entry.Is(WordFlags.Title) && entry.Is(WordFlags.Plural)))
            {
                mention.Gender = entry.Gender;
            }
        }
    }

    private static void ReadGivenName(ResolverScratch scratch, ref MentionDraft mention, int start)
    {
        var words = scratch.NameWords.Count - start;
        if (mention.Gender != Gender.Person || words == 0 || (words == 1 && mention.HasTitle))
        {
            return;
        }

        var gender = GivenNames.Default.Find(scratch.Words.Word(scratch.NameWords[start]));
        if (gender is Gender.Male or Gender.Female)
        {
            // A single name is rather a family name: "Blake" tells nothing until the full name is known.
            mention.Gender = words > 1 ? gender : mention.Gender;
        }
    }
}
