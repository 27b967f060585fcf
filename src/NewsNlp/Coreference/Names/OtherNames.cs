using System.Globalization;
using System.Runtime.CompilerServices;
using NewsNlp.Coreference.Lexicons;
using NewsNlp.Coreference.Reading;
using NewsNlp.Documents;

namespace NewsNlp.Coreference.Names;

/// <summary>
/// Joins the names of organizations, places and things: the same words, names of one country or body, acronyms, short forms.
/// Nationalities join only with the same form.
/// </summary>
internal sealed class OtherNames(ResolverScratch scratch)
{
    private const string NorpMark = "\u0001";
    private const char AliasMark = '\u0002';
    private const string AcronymMark = "\u0003";
    private const string ShortMark = "\u0004";
    private const string FirstMark = "\u0006";
    private const int MostCandidates = 32;

    private readonly char[] _key = new char[256];

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Link()
    {
        scratch.Postings.Clear();
        var mentions = scratch.Mentions;
        for (var i = 0; i < mentions.Length; i++)
        {
            scratch.Article.Look(i);
            if (IsOther(mentions[i]) && scratch.NameOf(i).Length > 1)
            {
                LinkByKeys(i);
            }
        }

        // Short forms come second, since a headline has them before the text has the full name.
        for (var i = 0; i < mentions.Length; i++)
        {
            scratch.Article.Look(i);
            if (IsOther(mentions[i]) && scratch.NameOf(i).Length == 1)
            {
                LinkByKeys(i);
            }
        }
    }

    private static bool IsOther(in MentionDraft mention) => mention.Kind == MentionKind.Name && mention.Class != EntityClass.Person;

    private void LinkByKeys(int mention)
    {
        ref readonly var draft = ref scratch.Mentions[mention];
        var name = scratch.NameOf(mention);
        if (draft.Class == EntityClass.Norp)
        {
            Join(mention, Key(NorpMark, name));
            return;
        }

        var alias = FindAlias(draft, name);
        scratch.Clusters.Info(mention).Alias = alias;
        var exact = Key("", name);
        if (alias >= 0)
        {
            Join(mention, AliasKey(alias));
        }

        if (Join(mention, exact))
        {
            return;
        }

        // "US" is no University of Sheffield.
        if (name.Length == 1 && alias < 0)
        {
            LinkShort(mention, draft, name);
        }
        else if (name.Length > 1)
        {
            if (draft.Class == EntityClass.Organization)
            {
                JoinShort(mention, name, WithoutSuffixes(name));
                JoinShort(mention, name, BeforeOf(name));
                AddFirstWord(mention, name);
            }

            AddAcronyms(mention, draft);
        }
    }

    private int FindAlias(in MentionDraft draft, ReadOnlySpan<int> name)
    {
        // "us" is a country only in capitals, and only as a name; the recognizer has seen to that.
        var length = 0;
        foreach (var word in name)
        {
            var letters = scratch.Words.Word(word);
            if (length + letters.Length + 1 > _key.Length)
            {
                return -1;
            }

            if (length > 0)
            {
                _key[length++] = ' ';
            }

            letters.CopyTo(_key.AsSpan(length));
            length += letters.Length;
        }

        var alias = NameAliases.Default.Find(_key.AsSpan(0, length));
        return alias >= NameAliases.Default.Countries && draft.Class is not (EntityClass.Organization or EntityClass.Other) ? -1 : alias;
    }

    /// <summary>Joins the mention to the set that a key names, or gives the key to it.</summary>
    /// <returns>Whether the key was taken.</returns>
    private bool Join(int mention, int key)
    {
        var item = key < 0 ? -1 : scratch.Postings.First(key);
        if (item >= 0)
        {
            scratch.Clusters.Union(scratch.Postings.Value(item), mention);
            return true;
        }

        if (key >= 0)
        {
            scratch.Postings.Add(key, mention);
        }

        return false;
    }

    /// <summary>Lists a name under its short form; joins it to one there only if one of the two is the other's beginning.</summary>
    private void JoinShort(int mention, ReadOnlySpan<int> name, ReadOnlySpan<int> shortName)
    {
        if (shortName.Length == 0)
        {
            return;
        }

        var key = Key(ShortMark, shortName);
        var item = key < 0 ? -1 : scratch.Postings.First(key);
        if (item >= 0 && scratch.NameOf(scratch.Postings.Value(item)) is var other && (other.StartsWith(name) || name.StartsWith(other)))
        {
            scratch.Clusters.Union(scratch.Postings.Value(item), mention);
        }
        else if (key >= 0)
        {
            scratch.Postings.Add(key, mention);
        }
    }

    /// <summary>A single word: an acronym of a full name, or what is left of one without its ending.</summary>
    private void LinkShort(int mention, in MentionDraft draft, ReadOnlySpan<int> name)
    {
        var form = scratch.Article.Form(draft.Core);
        if (form is "North" or "South" && draft.Class == EntityClass.Location && NameAliases.Default.Find(form is "North" ? "North Korea" : "South Korea") is var korea
            && scratch.Postings.First(AliasKey(korea)) is >= 0 and var known)
        {
            // "the North", where the article has named it in full
            scratch.Clusters.Union(scratch.Postings.Value(known), mention);
            return;
        }

        var key = form.Length is >= 2 and <= 8 && form.IndexOfAnyInRange('a', 'z') < 0 ? Key(AcronymMark, name)
            : draft.Class == EntityClass.Organization ? Key(ShortMark, name) : -1;
        var item = key < 0 ? -1 : scratch.Postings.First(key);
        if (item >= 0 && scratch.Postings.Next(item) < 0)
        {
            scratch.Clusters.Union(scratch.Postings.Value(item), mention);
        }
        else if (draft.Class is EntityClass.Organization or EntityClass.Other && FirstOf(Key(FirstMark, name)) is >= 0 and var full)
        {
            scratch.Clusters.Union(full, mention);
        }
    }

    /// <summary>Lists a body under its first word, where that is no common one: "Vela" for "Vela Systems".</summary>
    private void AddFirstWord(int mention, ReadOnlySpan<int> name)
    {
        var first = scratch.Words.Word(name[0]);
        if (first.Length > 2 && CoreferenceLexicon.Default.Find(first) is null && NameAliases.Default.Find(first) < 0 && NameAliases.Default.FindNationality(first) < 0 && Key(FirstMark, name[..1]) is >= 0 and var key)
        {
            scratch.Postings.Add(key, mention);
        }
    }

    /// <summary>The one set that all of a key's mentions lie in; -1 where they lie in several.</summary>
    private int FirstOf(int key)
    {
        var item = key < 0 ? -1 : scratch.Postings.First(key);
        if (item < 0)
        {
            return -1;
        }

        var first = scratch.Postings.Value(item);
        for (var tried = 0; item >= 0; item = scratch.Postings.Next(item), tried++)
        {
            if (tried == MostCandidates || !scratch.Clusters.AreSame(first, scratch.Postings.Value(item)))
            {
                return -1;
            }
        }

        return first;
    }

    /// <summary>The name without "Inc", "Group", "Bank" and their like at its end, but never without its first word.</summary>
    private ReadOnlySpan<int> WithoutSuffixes(ReadOnlySpan<int> name)
    {
        while (name.Length > 1 && CoreferenceLexicon.Default.Find(scratch.Words.Word(name[^1])) is { } entry && entry.Is(WordFlags.Suffix))
        {
            name = name[..^1];
        }

        return name;
    }

    /// <summary>"Church" of "Church of the Sunrise"; empty where the name has no "of".</summary>
    private ReadOnlySpan<int> BeforeOf(ReadOnlySpan<int> name)
    {
        for (var i = 1; i < name.Length - 1; i++)
        {
            if (scratch.Words.Word(name[i]) is "of")
            {
                return name[..i];
            }
        }

        return default;
    }

    /// <summary>Lists a name under its initials, with and without those of its small words.</summary>
    private void AddAcronyms(int mention, in MentionDraft draft)
    {
        Span<char> all = stackalloc char[16];
        Span<char> capitals = stackalloc char[16];
        AcronymMark.CopyTo(all);
        AcronymMark.CopyTo(capitals);
        int allLength = 1, capitalLength = 1;
        var article = scratch.Article;
        for (var t = draft.Core; t < draft.CoreEnd && allLength < all.Length; t++)
        {
            var first = article.Form(t)[0];
            if (char.IsLetter(first))
            {
                all[allLength++] = first;
                if (char.IsUpper(first))
                {
                    capitals[capitalLength++] = first;
                }
            }
        }

        if (allLength > 2)
        {
            scratch.Postings.Add(scratch.Words.Add(all[..allLength]), mention);
        }

        if (capitalLength > 2 && capitalLength != allLength)
        {
            scratch.Postings.Add(scratch.Words.Add(capitals[..capitalLength]), mention);
        }
    }

    /// <summary>The number of an alias among those of the words. Nothing is rented for it: the runtime's pools have locks.</summary>
    private int AliasKey(int alias)
    {
        Span<char> key = stackalloc char[12];
        key[0] = AliasMark;
        alias.TryFormat(key[1..], out var length, provider: CultureInfo.InvariantCulture);
        return scratch.Words.Add(key[..(length + 1)]);
    }

    /// <summary>One number for a run of words; -1 for a run that is too long to matter.</summary>
    private int Key(string mark, ReadOnlySpan<int> name)
    {
        mark.CopyTo(_key);
        var length = mark.Length;
        foreach (var word in name)
        {
            var letters = scratch.Words.Word(word);
            if (length + letters.Length + 1 > 64)
            {
                return -1;
            }

            if (length > mark.Length)
            {
                _key[length++] = ' ';
            }

            letters.CopyTo(_key.AsSpan(length));
            length += letters.Length;
        }

        return length == mark.Length ? -1 : scratch.Words.Add(_key.AsSpan(0, length));
    }
}
