using System.Runtime.CompilerServices;
using NewsNlp.Coreference.Lexicons;
using NewsNlp.Coreference.Reading;
using NewsNlp.Documents;
using NewsNlp.Lexicons;

namespace NewsNlp.Coreference.Names;

/// <summary>
/// Joins the names of people: full names first, then single names to the people who bear them. Of two people with one family
/// name the title decides ("Mrs Lee"), else the one whom the article mentioned last.
/// </summary>
internal sealed class PersonNames(ResolverScratch scratch)
{
    // A name that very many people of one document bear is matched against this many of them, the latest first, so that a list of
    // ten thousand Smiths takes linear time.
    private const int MostCandidates = 24;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Link()
    {
        ShareFamilyNames();
        scratch.Postings.Clear();
        var mentions = scratch.Mentions;
        for (var byline = 0; byline < 2; byline++)
        {
            for (var i = 0; i < mentions.Length; i++)
            {
                scratch.Article.Look(i);
                if (IsPerson(mentions[i]) && mentions[i].IsByline == (byline == 1) && scratch.NameOf(i).Length > 1)
                {
                    LinkFull(i);
                }
            }
        }

        ReadPlaces();
        ReadGenders();
        for (var i = 0; i < mentions.Length; i++)
        {
            scratch.Article.Look(i);
            if (!IsPerson(mentions[i]))
            {
                continue;
            }

            if (scratch.NameOf(i).Length == 1)
            {
                LinkSingle(i);
            }

            scratch.Clusters.Info(i).Last = i;
        }

        for (var i = 0; i < mentions.Length; i++)
        {
            scratch.Article.Look(i);
            scratch.Clusters.Info(i).Last = -1;
        }
    }

    /// <summary>
    /// "Paris said": a place's name that is the family name of somebody in the article, and does something. Where the article is in the
    /// place as well, it stays a place.
    /// </summary>
    private void ReadPlaces()
    {
        var mentions = scratch.Mentions;
        scratch.PlaceWords.Clear();
        for (var i = 0; i < mentions.Length; i++)
        {
            scratch.Article.Look(i);
            if (IsPlainPlace(i) && mentions[i].Start > 0 && scratch.Article.Tag(mentions[i].Start - 1) == Upos.ADP)
            {
                scratch.PlaceWords.Add(scratch.NameOf(i)[0]);
            }
        }

        for (var i = 0; i < mentions.Length; i++)
        {
            scratch.Article.Look(i);
            if (mentions[i].IsSubject && IsPlainPlace(i) && !scratch.PlaceWords.Contains(scratch.NameOf(i)[0]) && IsFamilyNameOfSomebody(scratch.NameOf(i)[0]))
            {
                mentions[i].Class = EntityClass.Person;
                mentions[i].Gender = Gender.Person;
                ref var info = ref scratch.Clusters.Info(i);
                (info.Class, info.Gender) = (EntityClass.Person, Gender.Person);
            }
        }
    }

    private bool IsPlainPlace(int mention) =>
        scratch.Mentions[mention] is { Kind: MentionKind.Name, Class: EntityClass.Location } && scratch.NameOf(mention).Length == 1;

    private bool IsFamilyNameOfSomebody(int word)
    {
        var tried = 0;
        for (var item = scratch.Postings.First(word); item >= 0 && tried < MostCandidates; item = scratch.Postings.Next(item), tried++)
        {
            var name = scratch.NameOf(scratch.Postings.Value(item));
            if (name.Length > 1 && FamilyName(name) == word)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Brindle's wife, Jo, said": she bears his family name, too, if no other is given.</summary>
    private void ShareWithSpouse(int index)
    {
        ref readonly var mention = ref scratch.Mentions[index];
        var article = scratch.Article;
        var t = mention.Start - 1;
        t -= t > 0 && article.Form(t) is "," ? 1 : 0;
        if (t < 2 || !IsPerson(mention) || mention.HasTitle || scratch.NameOf(index).Length != 1 || article.Form(t) is not ("wife" or "husband" or "widow" or "widower") || !article.IsPossessiveMark(t - 1))
        {
            return;
        }

        for (var other = index - 1; other >= 0 && scratch.Mentions[other].End >= t - 1; other--)
        {
            if (IsPerson(scratch.Mentions[other]) && scratch.Mentions[other].CoreEnd == t - 1 && scratch.NameOf(other) is { Length: > 0 } name)
            {
                var (given, family) = (scratch.NameOf(index)[0], FamilyName(name));
                var start = scratch.NameWords.Count;
                scratch.NameWords.Add(given);
                scratch.NameWords.Add(family);
                scratch.NameRuns[index] = (start, 2);
                return;
            }
        }
    }

    /// <summary>"Pat and Jo Brindle": the first given name, too, belongs to the family name.</summary>
    private void ShareFamilyNames()
    {
        var mentions = scratch.Mentions;
        for (var i = 0; i + 1 < mentions.Length; i++)
        {
            scratch.Article.Look(i);
            ref readonly var mention = ref mentions[i];
            ref readonly var next = ref mentions[i + 1];
            ShareWithSpouse(i);
            if (IsPerson(mention) && IsPerson(next) && scratch.NameOf(i).Length == 1 && scratch.NameOf(i + 1).Length == 2 && next.Start == mention.End + 1
                && scratch.Article.IsWord(mention.End, "and") && !mention.HasTitle)
            {
                var start = scratch.NameWords.Count;
                scratch.NameWords.Add(scratch.NameOf(i)[0]);
                scratch.NameWords.Add(scratch.NameOf(i + 1)[1]);
                scratch.NameRuns[i] = (start, 2);
            }
        }
    }

    /// <summary>
    /// "He" or "she" behind the one person whom a paragraph has named so far tells whether a man or a woman, before "Ms Kim" has to
    /// be one of two.
    /// </summary>
    private void ReadGenders()
    {
        var mentions = scratch.Mentions;
        int paragraph = -1, person = -1;
        var isAlone = false;
        for (var i = 0; i < mentions.Length; i++)
        {
            scratch.Article.Look(i);
            ref readonly var mention = ref mentions[i];
            if (scratch.Article.Paragraphs[mention.Sentence] != paragraph)
            {
                (paragraph, person, isAlone) = (scratch.Article.Paragraphs[mention.Sentence], -1, true);
            }

            if (IsPerson(mention))
            {
                isAlone &= person < 0 || scratch.Clusters.AreSame(person, i) || (scratch.NameOf(i).Length == 1 && scratch.NameOf(person).Contains(scratch.NameOf(i)[0]));
                person = scratch.NameOf(i).Length > 1 ? i : person;
                isAlone &= person >= 0;
            }
            else if (mention is { Kind: MentionKind.Nominal, Class: EntityClass.Person, IsPlural: false, Quote: < 0 })
            {
                isAlone &= person >= 0 && mention.Start > mentions[person].End && mention.Start - mentions[person].End < 3;
            }
            else if (isAlone && person >= 0 && mention.Quote < 0 && mention.Gender is Gender.Male or Gender.Female && mention.Kind == MentionKind.Pronoun
                && !IsObjectBehind(mention, mentions[person]) && scratch.Clusters.Info(person) is { Gender: Gender.Person })
            {
                scratch.Clusters.Info(person).Gender = mention.Gender;
            }
        }
    }

    /// <summary>"Dana Quill scolded him": somebody else.</summary>
    private bool IsObjectBehind(in MentionDraft pronoun, in MentionDraft person) =>
        pronoun.Sentence == person.Sentence && Pronouns.IsObject(scratch.Article, pronoun);

    private static bool IsPerson(in MentionDraft mention) => mention.Kind == MentionKind.Name && mention.Class == EntityClass.Person;

    private void LinkFull(int mention)
    {
        var name = scratch.NameOf(mention);
        var clusters = scratch.Clusters;
        var tried = 0;
        foreach (var key in (ReadOnlySpan<int>)[name[^1], name[0]])
        {
            for (var item = scratch.Postings.First(key); item >= 0 && tried < MostCandidates; item = scratch.Postings.Next(item), tried++)
            {
                var other = scratch.Postings.Value(item);
                if (Agreement.Allows(clusters.Info(other).Gender, scratch.Mentions[mention].Gender) && AreAlike(scratch.NameOf(other), name))
                {
                    clusters.Union(other, mention);
                    if (name.Length > scratch.NameOf(other).Length)
                    {
                        AddPostings(mention, scratch.NameOf(other));
                    }

                    return;
                }
            }
        }

        AddPostings(mention, []);
    }

    /// <summary>Lists a name under each of its words, save those that it is listed under already.</summary>
    private void AddPostings(int mention, ReadOnlySpan<int> known)
    {
        foreach (var word in scratch.NameOf(mention))
        {
            if (!known.Contains(word))
            {
                scratch.Postings.Add(word, mention);
            }
        }
    }

    private void LinkSingle(int mention)
    {
        ref readonly var draft = ref scratch.Mentions[mention];
        var word = scratch.NameOf(mention)[0];
        var best = -1;
        var bestScore = int.MinValue;
        var tried = 0;
        for (var item = scratch.Postings.First(word); item >= 0 && tried < MostCandidates; item = scratch.Postings.Next(item), tried++)
        {
            var other = scratch.Postings.Value(item);
            ref readonly var info = ref scratch.Clusters.Info(other);
            if (!Agreement.Allows(info.Gender, draft.Gender) || (info.IsByline && !draft.IsByline))
            {
                continue;
            }

            var rank = Rank(scratch.NameOf(other), word, draft);
            if (rank == 0)
            {
                continue;
            }

            // A known gender that fits beats an unknown one; whoever was mentioned last beats the others, and all who were
            // mentioned beat those who are yet to come.
            var score = (rank * 8) + (info.Gender == draft.Gender && draft.Gender is Gender.Male or Gender.Female ? 2 : 0)
                + (draft.Title is { } title && title == info.Title ? 4 : 0);
            score -= info.Last >= 0 && !draft.HasTitle && IsRelative(scratch.Mentions[other]) && IsInOtherParagraph(info.Last, draft) ? 1 : 0;
            score = info.Last >= 0 ? (score * (scratch.Mentions.Length + 1)) + info.Last + 1 : (score * (scratch.Mentions.Length + 1)) - other;
            if (score > bestScore)
            {
                (best, bestScore) = (other, score);
            }
        }

        if (best >= 0)
        {
            scratch.Clusters.Union(best, mention);
        }
        else
        {
            scratch.Postings.Add(word, mention);
        }
    }

    /// <summary>
    /// "Her father, Omid Rahimi": somebody who is there for the sake of another, who keeps the family name for himself once the
    /// paragraph is over.
    /// </summary>
    private bool IsRelative(in MentionDraft mention)
    {
        var article = scratch.Article;
        var t = mention.Start - 1;
        while (t > 0 && mention.Start - t <= 4 && article.Tag(t) is Upos.NOUN or Upos.ADJ or Upos.DET && !article.Is(t, WordFlags.Family))
        {
            t--;
        }

        // "Her daughter, the novelist Ann Lee"
        t -= t > 0 && article.Form(t) is "," ? 1 : 0;
        return t > 0 && article.Sentences[t] == mention.Sentence && article.Is(t, WordFlags.Family)
            && (article.IsPossessiveMark(t - 1) || article.Entries[t - 1] is { Use: PronounUse.Possessive });
    }

    private bool IsInOtherParagraph(int last, in MentionDraft draft) =>
        scratch.Article.Paragraphs[scratch.Mentions[last].Sentence] != scratch.Article.Paragraphs[draft.Sentence];

    /// <summary>How well a single name fits a full one: 3 as the family name, 2 inside, 1 as the given name, 0 not at all.</summary>
    private int Rank(ReadOnlySpan<int> name, int word, in MentionDraft mention)
    {
        if (name.Length == 1)
        {
            return name[0] == word ? 3 : 0;
        }

        if (FamilyName(name) == word)
        {
            return mention.HasGivenNameTitle ? 1 : 3;
        }

        return name[0] == word ? (mention.HasGivenNameTitle ? 3 : mention.HasTitle ? 0 : 1) : name[^1] == word && mention.HasTitle ? 0 : 2;
    }

    private int FamilyName(ReadOnlySpan<int> name) => HasFamilyNameFirst(name) ? name[0] : name[^1];

    /// <summary>
    /// "Kim Jong Un", "Xi Jinping": a family name of that order, and no given name at the end. A name that is given elsewhere
    /// ("Kim Novak") needs two short words behind it.
    /// </summary>
    private bool HasFamilyNameFirst(ReadOnlySpan<int> name)
    {
        var first = scratch.Words.Word(name[0]);
        if (name.Length > 3 || CoreferenceLexicon.Default.Find(first) is not { } entry || !entry.Is(WordFlags.FamilyNameFirst))
        {
            return false;
        }

        return (GivenNames.Default.Find(first) == Gender.Unknown && GivenNames.Default.Find(scratch.Words.Word(name[^1])) == Gender.Unknown)
            || (name.Length == 3 && scratch.Words.Word(name[1]).Length <= 5 && scratch.Words.Word(name[2]).Length <= 5);
    }

    /// <summary>Whether two names of two words or more may be one person's.</summary>
    private bool AreAlike(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        if (a.Length == 1 || b.Length == 1)
        {
            return false;
        }

        if (a.Length <= b.Length ? IsSubsequence(a, b) : IsSubsequence(b, a))
        {
            return true;
        }

        return a[^1] == b[^1] && AreGivenNamesAlike(scratch.Words.Word(a[0]), scratch.Words.Word(b[0]));
    }

    private static bool IsSubsequence(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        var matched = 0;
        foreach (var word in b)
        {
            matched += matched < a.Length && a[matched] == word ? 1 : 0;
        }

        return matched == a.Length;
    }

    /// <summary>An initial stands for any name that it begins; a nickname for the names that it shortens.</summary>
    private static bool AreGivenNamesAlike(ReadOnlySpan<char> a, ReadOnlySpan<char> b) =>
        a.SequenceEqual(b) || ((a.Length == 1 || b.Length == 1) && a[..1].SequenceEqual(b[..1]))
        || (a.Length == 2 && IsInitials(a) && a[0] == b[0]) || (b.Length == 2 && IsInitials(b) && a[0] == b[0])
        || Nicknames.Default.AreAlike(a, b);

    /// <summary><c>jk</c>, as "J.K." folds to.</summary>
    private static bool IsInitials(ReadOnlySpan<char> name) => !"aeiouy".Contains(name[0]) && !"aeiouy".Contains(name[1]);
}
