using System.Runtime.CompilerServices;
using NewsNlp.Coreference.Lexicons;
using NewsNlp.Coreference.Reading;
using NewsNlp.Documents;
using NewsNlp.Lexicons;

namespace NewsNlp.Coreference.Sieves;

/// <summary>
/// Joins definite noun phrases: to the entity that bears the role ("the minister"), to a name that holds the noun ("the bank" for
/// "Alder Bank"), to the last thing of its kind ("the company", "the country"), to an earlier phrase with the same noun
/// (Lee et al. 2013, head matching).
/// </summary>
internal sealed partial class NominalSieve(ResolverScratch scratch)
{
    private const int MostCandidates = 32;
    private const int FarthestSentence = 20;
    private const int FarthestKind = 6;
    private const int Nobody = -1, Several = -2;

    private readonly Article _article = scratch.Article;
    private int _lastCompany = -1;
    private int _lastCountry = -1;
    private int _lastTown = -1;
    private int _lastMan = -1;
    private int _lastWoman = -1;
    private int _lastSpeaker = -1;
    private int _onlyPerson = Nobody;
    private int _onlyInParagraph = Nobody;
    private int _paragraph = -1;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Resolve()
    {
        var mentions = scratch.Mentions;
        scratch.Postings.Clear();
        for (var i = 0; i < mentions.Length; i++)
        {
            _article.Look(i);
            switch (mentions[i].Kind)
            {
                case MentionKind.Name:
                    Pass(i);
                    if (IsDescription(mentions[i]) && Speaker(i) is >= 0 and var described)
                    {
                        scratch.Clusters.Union(described, i);
                    }

                    break;
                case MentionKind.Nominal when !mentions[i].IsDropped:
                    if (scratch.Clusters.Info(i).Name < 0 && FindAntecedent(i) is >= 0 and var antecedent)
                    {
                        scratch.Clusters.Union(antecedent, i);
                    }

                    AddHead(i);
                    break;
                default:
                    continue;
            }

            scratch.Clusters.Info(i).Last = i;
            _lastSpeaker = mentions[i].IsSource && scratch.Clusters.Info(i) is { Class: EntityClass.Person, Name: >= 0 } ? i : _lastSpeaker;
        }
    }

    /// <summary>"The German said": a nationality that stands for one person.</summary>
    private bool IsDescription(in MentionDraft mention) =>
        mention is { IsSource: true, Class: EntityClass.Norp, IsPlural: false } && mention.Start > 0 && _article.IsWord(mention.Start - 1, "the");

    /// <summary>The last one who spoke, in the same paragraph; "the defender" who speaks next is the same, described by what the reader knows.</summary>
    private int Speaker(int mention) =>
        _lastSpeaker >= 0 && scratch.Mentions[_lastSpeaker] is var last && last.Sentence < scratch.Mentions[mention].Sentence
        && _article.Paragraphs[last.Sentence] == _article.Paragraphs[scratch.Mentions[mention].Sentence]
        && Agreement.Allows(scratch.Clusters.Info(_lastSpeaker).Gender, scratch.Mentions[mention].Gender) ? _lastSpeaker : -1;

    /// <summary>Remembers the last of each kind, and lists an organization's or a place's name under its words.</summary>
    private void Pass(int mention)
    {
        ref readonly var draft = ref scratch.Mentions[mention];
        ref readonly var info = ref scratch.Clusters.Info(mention);
        if (draft.IsByline)
        {
            return;
        }

        switch (draft.Class)
        {
            case EntityClass.Organization:
                if (IsCompany(mention) && (info.Name == mention || IsCompany(info.Name)) && info.Alias < 0 && !IsOfAnother(draft, mention))
                {
                    _lastCompany = mention;
                }

                break;
            case EntityClass.Location:
                if ((uint)info.Alias < (uint)NameAliases.Default.Countries)
                {
                    _lastCountry = mention;
                }
                else
                {
                    _lastTown = mention;
                }

                break;
            case EntityClass.Person:
                StartParagraph(draft);
                _onlyPerson = OnlyOne(_onlyPerson, mention);
                _onlyInParagraph = OnlyOne(_onlyInParagraph, mention);
                _lastMan = info.Gender is Gender.Male ? mention : _lastMan;
                _lastWoman = info.Gender is Gender.Female ? mention : _lastWoman;
                return;
            case EntityClass.Facility:
                break;
            default:
                return;
        }

        foreach (var key in scratch.NameOf(mention))
        {
            if (CoreferenceLexicon.Default.Find(scratch.Words.Word(key)) is { } entry && entry.Is(WordFlags.Organization | WordFlags.Place))
            {
                scratch.Postings.Add(key, mention);
            }
        }
    }

    /// <summary>"Ann Lee of Corvin Research": where somebody works, not what the article is about.</summary>
    private bool IsOfAnother(in MentionDraft draft, int mention) =>
        IsTold(draft) || (_lastCompany >= 0 && !scratch.Clusters.AreSame(_lastCompany, mention) && draft.TitleStart > 0 && _article.Form(draft.TitleStart - 1) is "of" or "at" or "from");

    /// <summary>"She told the Courier": who prints it.</summary>
    private bool IsTold(in MentionDraft draft)
    {
        var before = draft.Core - 1;
        before -= before >= 0 && _article.IsWord(before, "the") ? 1 : 0;
        return before >= 0 && _article.Form(before) is "told" or "telling" or "tells";
    }

    /// <summary>Whether an organization's name may be a company's: no word of it says that it is something else.</summary>
    private bool IsCompany(int mention)
    {
        var name = scratch.NameOf(mention);
        for (var i = 0; i < name.Length; i++)
        {
            if (CoreferenceLexicon.Default.Find(scratch.Words.Word(name[i])) is { } word && word.Is(WordFlags.Organization) && !word.Is(WordFlags.Company | WordFlags.Suffix))
            {
                return false;
            }
        }

        return name.Length > 0;
    }

    private void AddHead(int mention)
    {
        ref readonly var draft = ref scratch.Mentions[mention];
        scratch.Postings.Add(HeadKey(draft), mention);
    }

    private int HeadKey(in MentionDraft draft)
    {
        if (draft.Entry is { } entry)
        {
            return scratch.Words.Add(entry.Lemma);
        }

        return scratch.Words.Add(_article.Document.Has(Layer.Lemmas) ? _article.Document.LemmaLayer[draft.Head] : _article.Form(draft.Head));
    }

    private int FindAntecedent(int mention)
    {
        ref readonly var draft = ref scratch.Mentions[mention];
        if (!draft.IsDefinite)
        {
            return -1;
        }

        // "its chairman", "the party's leader" have their own anchor; only the same phrase may be the same.
        var isPossessed = draft.Core > draft.Start + 1 || (draft.Core == draft.Start + 1 && _article.Entries[draft.Start] is { Use: PronounUse.Possessive });
        if (draft.Entry is { } entry && !isPossessed)
        {
            // "the daughter of a baker" is no daughter of anybody else.
            var isOfOthers = entry.Is(WordFlags.Family) && draft.End > draft.CoreEnd;
            if (draft.Class == EntityClass.Person && !draft.IsPlural && !isOfOthers && FindByRole(mention, entry) is >= 0 and var bearer)
            {
                return bearer;
            }

            if (FindByHead(mention) is >= 0 and var same)
            {
                return same;
            }

            if (draft.IsPlural)
            {
                return -1;
            }

            var kind = FindByKind(mention, entry);
            if (kind < 0 && IsDescription(draft, entry))
            {
                StartParagraph(draft);
                return FitsDescription(draft, _onlyPerson) ? _onlyPerson : FitsDescription(draft, _onlyInParagraph) ? _onlyInParagraph : -1;
            }

            return kind < 0 && draft is { IsSource: true, Class: EntityClass.Person } && draft.Core == draft.Head && draft.End == draft.CoreEnd ? Speaker(mention) : kind;
        }

        return FindByHead(mention);
    }

    private void StartParagraph(in MentionDraft draft)
    {
        if (_article.Paragraphs[draft.Sentence] != _paragraph)
        {
            (_paragraph, _onlyInParagraph) = (_article.Paragraphs[draft.Sentence], Nobody);
        }
    }

    private int OnlyOne(int one, int mention) => one == Nobody ? mention : one >= 0 && scratch.Clusters.AreSame(one, mention) ? one : Several;

    /// <summary>
    /// "the teenager said" where the article, or the paragraph, has named one person: the same, by what the reader shall know of him. Not
    /// so a role, which may be another's: "Ann Lee was arrested. She was drunk, the officer said."
    /// </summary>
    private bool IsDescription(in MentionDraft draft, WordEntry entry) =>
        draft is { IsSource: true, Class: EntityClass.Person } && _article.IsWord(draft.Start, "the") && !entry.Is(WordFlags.Role | WordFlags.Family | WordFlags.RoleTitle);

    private bool FitsDescription(in MentionDraft draft, int person) => person >= 0 && Agreement.Allows(scratch.Clusters.Info(person).Gender, draft.Gender);

    /// <summary>The last phrase or name with the same noun and no other words before it.</summary>
    private int FindByHead(int mention)
    {
        ref readonly var draft = ref scratch.Mentions[mention];
        var best = FindByHead(mention, HeadKey(draft));
        if (best < 0 && draft.Entry is { } entry && (entry.Is(WordFlags.Organization) || entry.Lemma == "insider") && draft.Core == draft.Head && draft.End == draft.CoreEnd)
        {
            // "the regulator" for "Office for Clean Rivers"
            foreach (var synonym in entry.Synonyms ?? [])
            {
                best = Math.Max(best, FindByHead(mention, scratch.Words.Add(synonym)));
            }
        }

        return best;
    }

    private int FindByHead(int mention, int key)
    {
        ref readonly var draft = ref scratch.Mentions[mention];
        var tried = 0;
        for (var item = scratch.Postings.First(key); item >= 0 && tried < MostCandidates; item = scratch.Postings.Next(item), tried++)
        {
            var other = scratch.Postings.Value(item);
            ref readonly var candidate = ref scratch.Mentions[other];
            if (draft.Sentence - candidate.Sentence > FarthestSentence)
            {
                return -1;
            }

            if (candidate.End > draft.Start || candidate.IsPlural != draft.IsPlural || (candidate.Quote >= 0 && candidate.Quote != draft.Quote && draft.Class == EntityClass.Person))
            {
                continue;
            }

            if (candidate.Kind == MentionKind.Name ? IsNamedSo(draft, other) : IsSamePhrase(draft, candidate))
            {
                return other;
            }
        }

        return -1;
    }

    /// <summary>"the bank" for "Alder Bank"; "the Alder bank" too, but not "the Harwick bank".</summary>
    private bool IsNamedSo(in MentionDraft draft, int name) =>
        HasModifiers(draft, scratch.Mentions[name].Core, scratch.Mentions[name].CoreEnd)
        && (draft.Class == scratch.Mentions[name].Class || (draft.Entry is { } entry && entry.Is(WordFlags.Organization | WordFlags.Place) && scratch.Mentions[name].Class is EntityClass.Organization or EntityClass.Facility));

    private bool IsSamePhrase(in MentionDraft draft, in MentionDraft candidate)
    {
        var isPossessed = draft.Core > draft.Start && _article.Tag(draft.Start) != Upos.DET;
        if (isPossessed && !_article.Text.AsSpan(_article.StartOf(draft.Start), _article.EndOf(draft.Head) - _article.StartOf(draft.Start))
            .Equals(_article.Text.AsSpan(_article.StartOf(candidate.Start), _article.EndOf(candidate.Head) - _article.StartOf(candidate.Start)), StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        return HasModifiers(draft, candidate.Core, candidate.CoreEnd) && (draft.End == draft.CoreEnd || HasSameTail(draft, candidate));
    }

    /// <summary>"the case of wheat" is not "the case of maize", nor just a case.</summary>
    private bool HasSameTail(in MentionDraft draft, in MentionDraft candidate) =>
        candidate.End > candidate.CoreEnd
        && _article.Text.AsSpan(_article.StartOf(draft.CoreEnd), _article.EndOf(draft.End - 1) - _article.StartOf(draft.CoreEnd))
            .Equals(_article.Text.AsSpan(_article.StartOf(candidate.CoreEnd), _article.EndOf(candidate.End - 1) - _article.StartOf(candidate.CoreEnd)), StringComparison.OrdinalIgnoreCase);

    /// <summary>The last name of the kind: "the company", "the Turin-based company", "the country", "the woman".</summary>
    private int FindByKind(int mention, WordEntry entry)
    {
        ref readonly var draft = ref scratch.Mentions[mention];
        if ((draft.Core != draft.Head && !(entry.Is(WordFlags.Company) && NounPhrases.IsSeat(_article, draft.Core, draft.Head))) || draft.End != draft.CoreEnd)
        {
            return -1;
        }

        var candidate = entry.Is(WordFlags.Company) ? _lastCompany
            : entry.Is(WordFlags.Country) ? _lastCountry
            : entry.Is(WordFlags.Town) ? _lastTown
            : entry.Lemma is "man" or "boy" ? _lastMan
            : entry.Lemma is "woman" or "girl" ? _lastWoman
            : -1;
        return candidate >= 0 && draft.Sentence - scratch.Mentions[candidate].Sentence <= FarthestKind ? candidate : -1;
    }
}
