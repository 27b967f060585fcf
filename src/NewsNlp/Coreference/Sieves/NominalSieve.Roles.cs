using NewsNlp.Coreference.Lexicons;
using NewsNlp.Coreference.Reading;
using NewsNlp.Coreference.Roles;

namespace NewsNlp.Coreference.Sieves;

// "The minister" for whoever bears the role.
internal sealed partial class NominalSieve
{
    /// <summary>The last entity before the mention whose role has this noun, or one that may take its place.</summary>
    private int FindByRole(int mention, WordEntry entry)
    {
        var best = FindByRole(mention, entry.Lemma);
        if (best < 0 && scratch.Mentions[mention].Core == scratch.Mentions[mention].Head)
        {
            foreach (var synonym in entry.Synonyms ?? [])
            {
                best = Math.Max(best, FindByRole(mention, synonym));
            }
        }

        return best;
    }

    private int FindByRole(int mention, string lemma)
    {
        ref readonly var draft = ref scratch.Mentions[mention];
        var best = -1;
        var bestPlace = -1;
        var tried = 0;
        for (var item = scratch.RolesByHead.First(scratch.Words.Add(lemma)); item >= 0 && tried < MostCandidates; item = scratch.RolesByHead.Next(item))
        {
            var role = scratch.Roles[scratch.RolesByHead.Value(item)];
            if (role.Start >= draft.Start && role.Mention > mention)
            {
                continue;
            }

            tried++;
            ref readonly var info = ref scratch.Clusters.Info(role.Mention);
            if (info.Last >= 0 && info.Last > bestPlace && Agreement.Allows(info.Gender, draft.Gender) && HasModifiers(draft, role.Start, role.End)
                && !IsAnother(draft, role) && !IsTeller(draft, role.Mention))
            {
                (best, bestPlace) = (role.Mention, info.Last);
            }
        }

        return best;
    }

    /// <summary>
    /// Whether each word before the noun occurs in the role, too; a nationality may stand for its country's name. What the role
    /// says before its noun may be left out, but not contradicted: "the foreign minister" is no prime minister.
    /// </summary>
    private bool HasModifiers(in MentionDraft draft, int start, int end)
    {
        for (var t = draft.Core; t < draft.Head; t++)
        {
            if (!HasWord(t, start, end))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"the minister" is no shadow minister and no first minister, while there is any other.</summary>
    private bool IsAnother(in MentionDraft draft, in RoleDraft role)
    {
        for (var t = role.Start; t < role.Head; t++)
        {
            if (_article.Is(t, WordFlags.RoleModifier) && IsOther(_article.Form(t)) && !HasWord(t, draft.Start, draft.Head))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOther(ReadOnlySpan<char> modifier)
    {
        foreach (var other in (ReadOnlySpan<string>)["first", "prime", "vice", "shadow", "former", "deputy", "ex", "assistant", "opposition"])
        {
            if (modifier.Equals(other, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Who tells something does not call himself "the minister" in it.</summary>
    private bool IsTeller(in MentionDraft draft, int candidate) =>
        _article.Contents[draft.Head] is >= 0 and var content && content < scratch.FirstSources.Count && scratch.FirstSources[content] is >= 0 and var teller
        && scratch.Clusters.AreSame(teller, candidate);

    private bool HasWord(int token, int start, int end)
    {
        var word = _article.Form(token);
        var nationality = NameAliases.Default.FindNationality(word);
        for (var t = start; t < end; t++)
        {
            if (_article.Form(t).Equals(word, StringComparison.OrdinalIgnoreCase)
                || (nationality >= 0 && (NameAliases.Default.Find(_article.Form(t)) == nationality || NameAliases.Default.FindNationality(_article.Form(t)) == nationality)))
            {
                return true;
            }
        }

        return false;
    }
}
