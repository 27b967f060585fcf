using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NewsNlp.Coreference.Antecedents;
using NewsNlp.Coreference.Lexicons;
using NewsNlp.Coreference.Reading;
using NewsNlp.Documents;
using NewsNlp.Lexicons;

namespace NewsNlp.Coreference.Sieves;

/// <summary>
/// Finds what third-person pronouns stand for: of the entities that agree, the one that recency, position and role make most
/// salient (after Lappin and Leass 1994, and the preferences of Hobbs 1978, over tags instead of parses).
/// </summary>
internal sealed class PronounSieve(ResolverScratch scratch, IAntecedentJudge? judge)
{
    private const int FarthestPerson = 10;
    private const int FarthestThing = 7;

    // The weights were chosen on the training part of a treebank with coreference; many values near them do as well.
    private const int SameSentence = 600;
    private const int EachSentence = 65;
    private const int SubjectBonus = 30;
    private const int ClauseBonus = 30;
    private const int SpeakerBonus = 15;
    private const int TellerBonus = 60;
    private const int PronounBonus = 5;
    private const int NameBonus = 28;
    private const int KnownGenderBonus = 56;
    private const int FirstInSentenceBonus = 28;
    private const int CoordinationBonus = 30;
    private const int InsideQuotePenalty = 85;
    private const int SpokenOfPenalty = 60;
    private const int OrganizationBonus = 7;
    private const int TheyOrganizationPenalty = 70;
    private const int TheyPlacePenalty = 100;
    private const int TheyNamePenalty = 200;
    private const int SameParagraphBonus = 9;
    private const int LongestOpening = 16;

    private readonly Article _article = scratch.Article;
    private readonly PronounMemory _memory = scratch.PronounMemory;

    // Who tells what the pronoun at hand is a part of, without quotation marks: "Lee said that she was ill".
    private int _teller = -1;

    // The sets of that one, and of the last source of a quote.
    private int _tellerRoot = -1;
    private int _speakerRoot = -1;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Resolve()
    {
        _memory.Clear();
        var mentions = scratch.Mentions;
        for (var i = 0; i < mentions.Length; i++)
        {
            _article.Look(i);
            ref readonly var mention = ref mentions[i];
            if (mention.Kind == MentionKind.Pronoun && mention.Entry is { Person: 3 } entry)
            {
                var antecedent = entry.Use == PronounUse.Relative ? FindRelative(i, entry) : FindAntecedent(i, entry);
                if (antecedent >= 0)
                {
                    scratch.Clusters.Union(antecedent, i);
                    if (entry.Use != PronounUse.Relative)
                    {
                        _memory.Resolve(i, entry);
                    }
                }
            }

            _memory.Pass(i, mention);
        }
    }

    /// <summary>The nearest fitting mention right before "who": nothing but a comma and what hangs on the noun may come between.</summary>
    private int FindRelative(int pronoun, WordEntry entry)
    {
        ref readonly var draft = ref scratch.Mentions[pronoun];
        for (var i = pronoun - 1; i >= 0 && i >= pronoun - 4; i--)
        {
            ref readonly var candidate = ref scratch.Mentions[i];
            if (candidate.Sentence != draft.Sentence || draft.Start - candidate.CoreEnd > 8)
            {
                return -1;
            }

            // "Stubbs' sister, who": she, and not he.
            if (candidate.Kind == MentionKind.Name && candidate.End < _article.Count && _article.IsPossessiveMark(candidate.End))
            {
                continue;
            }

            if (candidate.Kind != MentionKind.Pronoun && Agreement.Allows(entry, scratch.Clusters.Info(i)) && candidate.Class == EntityClass.Person | entry.Lemma == "whose")
            {
                return i;
            }
        }

        return -1;
    }

    private int FindAntecedent(int pronoun, WordEntry entry)
    {
        scratch.Candidates.Clear();
        scratch.Salience.Clear();
        ref readonly var draft = ref scratch.Mentions[pronoun];
        var farthest = entry.Gender is Gender.Male or Gender.Female ? FarthestPerson : FarthestThing;
        var speaker = draft.Quote >= 0 ? SourceOf(draft.Quote) : -1;
        _teller = draft.Quote < 0 && _article.Contents[draft.Start] is >= 0 and var content ? SourceOf(content) : -1;
        _tellerRoot = RootOf(_teller);
        _speakerRoot = RootOf(_memory.LastSpeaker);
        var quoted = RootOf(speaker);
        int subject = -1, oneOfSeveral = -1, other = -1;
        var mentions = scratch.Mentions;
        for (var i = pronoun - 1; i >= 0 && pronoun - i <= AntecedentNumbers.MostCandidates; i--)
        {
            ref readonly var candidate = ref mentions[i];
            if (draft.Sentence - candidate.Sentence > farthest)
            {
                break;
            }

            var root = scratch.Clusters.Find(i);
            if (subject < 0 && IsSameClause(draft, entry, candidate))
            {
                subject = root;
            }

            // "Lee told Kim she would help her": who the subject is, whatever it is called before, is not the object.
            if (root == subject || root == quoted || root == oneOfSeveral || root == other || !MayBe(draft, entry, candidate, scratch.Clusters.InfoOf(root)))
            {
                continue;
            }

            if (entry.Is(WordFlags.Plural) && candidate is { Kind: MentionKind.Name, Class: EntityClass.Location } && IsOneOfSeveral(candidate))
            {
                (oneOfSeveral, other) = (root, oneOfSeveral);
                continue;
            }

            scratch.Candidates.Add(i);
            scratch.Salience.Add(Score(draft, entry, candidate, root));
        }

        var best = scratch.Candidates.Count == 0 ? -1 : Pick(pronoun);

        // Somebody in the same sentence goes before somebody who is yet to come.
        return best >= 0 && scratch.Mentions[best].Sentence == draft.Sentence ? best
            : FindBehind(pronoun, entry) is >= 0 and var behind ? behind
            : best;
    }

    private int Pick(int pronoun)
    {
        var candidates = CollectionsMarshal.AsSpan(scratch.Candidates);
        var salience = CollectionsMarshal.AsSpan(scratch.Salience);
        ref readonly var draft = ref scratch.Mentions[pronoun];

        // Who "he said" is, salience tells better: the judge has seen few texts that quote.
        if (judge is null || draft.IsSource)
        {
            var best = 0;
            for (var i = 1; i < candidates.Length; i++)
            {
                best = salience[i] > salience[best] ? i : best;
            }

            return candidates[best];
        }

        var numbers = scratch.Numbers.AsSpan(0, candidates.Length * AntecedentNumbers.Count);
        new AntecedentNumbers(scratch, _memory.Of(pronoun, draft, _teller), candidates, salience).Extract(numbers);
        var pick = judge.Pick(scratch, pronoun, candidates, numbers);
        return pick < 0 ? -1 : candidates[pick];
    }

    private int SourceOf(int quote) => quote < scratch.FirstSources.Count ? scratch.FirstSources[quote] : -1;

    private int RootOf(int mention) => mention < 0 ? -1 : scratch.Clusters.Find(mention);

    private bool MayBe(in MentionDraft draft, WordEntry entry, in MentionDraft candidate, in ClusterInfo info)
    {
        if (draft.IsSource && candidate.Quote >= 0 && candidate.Quote == draft.SourceOf)
        {
            // "Lee is ill," he said: nobody speaks of himself by name.
            return false;
        }

        if (candidate.IsByline || candidate.IsDropped || candidate.End > draft.Start || candidate is { Kind: MentionKind.Pronoun, Entry.Use: PronounUse.Relative })
        {
            return false;
        }

        if (!Agreement.Allows(entry, info) || (candidate.Kind == MentionKind.Pronoun && info.Count == 1))
        {
            return false;
        }

        // Who speaks is no thing: "they said" are people, a body or a country.
        return (!draft.IsSource || candidate.Kind == MentionKind.Pronoun || CanSpeak(info)) && !IsInApposition(draft, entry, candidate);
    }

    /// <summary>"Norland and Estmark": "they" are both.</summary>
    private bool IsOneOfSeveral(in MentionDraft mention) =>
        (mention.End < _article.Count && _article.IsWord(mention.End, "and")) || (mention.Start > 0 && _article.IsWord(mention.Start - 1, "and"))
        || (mention.Start > 1 && _article.IsWord(mention.Start - 1, "the") && _article.IsWord(mention.Start - 2, "and"));

    private static bool CanSpeak(in ClusterInfo info) =>
        info.Class is EntityClass.Person or EntityClass.Organization or EntityClass.Norp || (info.Class == EntityClass.Location && info.Name >= 0);

    /// <summary>"Firefly, its main rival": the possessor is somebody else.</summary>
    private bool IsInApposition(in MentionDraft draft, WordEntry entry, in MentionDraft candidate) =>
        entry.Use == PronounUse.Possessive && candidate.End == draft.Start - 1 && _article.Form(candidate.End) is ",";

    /// <summary>"Lee and her father".</summary>
    private bool IsCoordinated(in MentionDraft draft, WordEntry entry, in MentionDraft candidate) =>
        entry.Use == PronounUse.Possessive && candidate.End == draft.Start - 1 && _article.IsWord(candidate.End, "and");

    /// <summary>
    /// Whether the pronoun is the object of the clause whose subject the candidate is: "Lee told him" is not Lee. A conjunction, a
    /// comma, another pronoun or a verb's complement between the two opens another clause.
    /// </summary>
    private bool IsSameClause(in MentionDraft draft, WordEntry entry, in MentionDraft candidate)
    {
        if (candidate.Sentence != draft.Sentence || entry.Use == PronounUse.Reflexive || !_article.HasTags
            || (entry.Use == PronounUse.Possessive && !Pronouns.IsObject(_article, draft)))
        {
            return false;
        }

        var verbs = 0;
        for (var t = candidate.End; t < draft.Start; t++)
        {
            switch (_article.Tag(t))
            {
                case Upos.SCONJ or Upos.CCONJ or Upos.PUNCT:
                    return false;
                case Upos.VERB:
                    verbs++;
                    break;
                case Upos.PART when _article.IsWord(t, "to"):
                    return false;
                default:
                    break;
            }
        }

        return entry.Use == PronounUse.Subject && entry.Gender != Gender.Neuter ? verbs == 0 && candidate.IsSubject && !draft.IsSubject : verbs <= 1 && candidate.IsSubject && !draft.IsSubject;
    }

    /// <summary>The "who" in "Kim met Lee, who said he was ill", which makes Lee the subject of a clause; -1 behind any other mention.</summary>
    private int BeforeWho(in MentionDraft mention)
    {
        var next = mention.End < _article.Count && _article.Form(mention.End) is "," ? mention.End + 1 : mention.End;
        return next < _article.Count && _article.Form(next) is "who" && _article.Sentences[next] == mention.Sentence ? next : -1;
    }

    /// <summary>Whether a pronoun stands in the clause that a relative pronoun opens, as far as punctuation tells.</summary>
    private bool IsInClause(int who, in MentionDraft draft)
    {
        var t = draft.Start;
        while (t > who && _article.Tag(t) != Upos.PUNCT)
        {
            t--;
        }

        return t == who;
    }

    private int Score(in MentionDraft draft, WordEntry entry, in MentionDraft candidate, int root)
    {
        ref readonly var info = ref scratch.Clusters.InfoOf(root);
        var score = SameSentence - (EachSentence * (draft.Sentence - candidate.Sentence));
        score += BeforeWho(candidate) is >= 0 and var who ? SubjectBonus + (IsInClause(who, draft) ? ClauseBonus : 0) : candidate.IsSubject ? SubjectBonus : 0;
        score += candidate.Kind == MentionKind.Pronoun ? PronounBonus : candidate.Kind == MentionKind.Name ? NameBonus : 0;
        score += candidate.TitleStart == _article.SentenceStarts[candidate.Sentence] ? FirstInSentenceBonus : 0;
        score += 2 * Math.Min(info.Count, 5);
        score += info.Gender == entry.Gender && entry.Gender is Gender.Male or Gender.Female ? KnownGenderBonus : 0;
        score += root == _speakerRoot ? SpeakerBonus : 0;
        score += root == _tellerRoot ? TellerBonus : 0;
        score += IsCoordinated(draft, entry, candidate) ? CoordinationBonus : 0;
        score -= candidate.Quote >= 0 && candidate.Quote != draft.Quote ? InsideQuotePenalty : 0;

        // "Its lawyers will appeal, two friends said. They asked not to be named": who speaks goes on, not whom the speech is about.
        score -= draft.IsSource && candidate.Quote < 0 && _article.Contents[candidate.Start] is >= 0 and var told && told != _article.Contents[draft.Start] ? SpokenOfPenalty : 0;
        score += _article.Paragraphs[candidate.Sentence] == _article.Paragraphs[draft.Sentence] ? SameParagraphBonus : 0;
        if (entry.Is(WordFlags.Plural) && info is { Class: EntityClass.Person, IsPlural: false, Name: >= 0 })
        {
            score -= TheyNamePenalty;
        }

        if (info.Class == EntityClass.Location)
        {
            score -= entry.Is(WordFlags.Plural) && !info.IsPlural ? TheyPlacePenalty : 0;
        }
        else if (info.Class == EntityClass.Organization)
        {
            // "They" is rather people than a body, and "it" rather a body than any other thing.
            score += entry.Is(WordFlags.Plural) ? info.IsPlural ? 0 : -TheyOrganizationPenalty : entry.Gender == Gender.Neuter ? OrganizationBonus : 0;
        }

        return score;
    }

    /// <summary>"In his speech, Ann Lee said": the subject behind the comma of an opening that is no clause of its own.</summary>
    private int FindBehind(int pronoun, WordEntry entry)
    {
        ref readonly var draft = ref scratch.Mentions[pronoun];
        var start = _article.SentenceStarts[draft.Sentence];
        if (draft.Start - start > LongestOpening || _article.Tag(start) is not (Upos.ADP or Upos.SCONJ) || entry.Gender is not (Gender.Male or Gender.Female or Gender.Neuter))
        {
            return -1;
        }

        for (var i = pronoun + 1; i < scratch.Mentions.Length && scratch.Mentions[i].Sentence == draft.Sentence && i <= pronoun + 8; i++)
        {
            ref readonly var candidate = ref scratch.Mentions[i];
            if (candidate.Kind == MentionKind.Name && candidate.IsSubject && candidate.TitleStart > start && _article.Form(candidate.TitleStart - 1) is ","
                && Agreement.Allows(entry, scratch.Clusters.Info(i)) && scratch.Clusters.Info(i).Class != EntityClass.Norp)
            {
                return i;
            }
        }

        return -1;
    }
}
