using NewsNlp.Features;
using NewsNlp.Models;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Cues;

// The templates in groups. What a group's features depend on recurs, told by a key, from document to document: their weights
// need not be summed each time, see CueScores.
internal sealed partial class CueFeatures
{
    /// <summary>How many groups have keys; they are numbered from 1.</summary>
    public const int KeyedGroups = 9;

    private const int Word = 1, WordBefore = 2, WordBehind = 3, Classes = 4, Place = 5, CueGroup = 6, GroupsAround = 7, Clauses = 8,
        Quotations = 9;

    /// <summary>Adds the features of a token of the sentence.</summary>
    public void Extract(int token, ref FeatureList features)
    {
        for (var group = 1; group <= KeyedGroups; group++)
        {
            ExtractGroup(group, token, ref features);
        }

        ExtractOthers(token, ref features);
    }

    /// <summary>Adds the features of one group with a key.</summary>
    public void ExtractGroup(int group, int token, ref FeatureList features)
    {
        switch (group)
        {
            case Word: AddWord(token, ref features); break;
            case WordBefore: AddWordBefore(token, ref features); break;
            case WordBehind: AddWordBehind(token, ref features); break;
            case Classes: AddClasses(token, ref features); break;
            case Place: AddPlace(token, ref features); break;
            case CueGroup: AddGroup(token, ref features); break;
            case GroupsAround: AddGroupsAround(token, ref features); break;
            case Clauses: AddClauses(token, ref features); break;
            case Quotations: AddQuotations(token, ref features); break;
            default: throw new ArgumentOutOfRangeException(nameof(group));
        }
    }

    /// <summary>Sets the keys of the groups for a token: where two are the same, so are the features.</summary>
    public void SetKeys(int token, Span<ulong> keys)
    {
        // Classes take 7 bits, cue groups 8, clauses 9.
        ulong c = Class(token), c1 = Class(token + 1), p1 = Class(token - 1), g = Group(token);
        var (subject, gap) = NearestNominalBefore(token);
        ulong around = p1 | (c1 << 7), quotation = SentenceOf(token) | (Brief(token) << 2) | (_quotations.Nested[token] ? 8ul : 0)
            | (_opensParagraph ? 16ul : 0);
        keys[Word - 1] = SumCache.Key(Word, WordKey(token), g);
        keys[WordBefore - 1] = SumCache.Key(WordBefore, WordKey(token - 1), g);
        keys[WordBehind - 1] = SumCache.Key(WordBehind, WordKey(token + 1), g | (Entity(token + 1) << 8));
        keys[Classes - 1] = SumCache.Key(Classes, around | (c << 14));
        keys[Place - 1] = SumCache.Key(Place, c | (Edge(token) << 7) | (Bucket.Distance(token - _start) << 9));
        keys[CueGroup - 1] = SumCache.Key(CueGroup, around | (g << 14));
        keys[GroupsAround - 1] = SumCache.Key(GroupsAround, c | (Group(token + 2) << 7) | (Group(token - 2) << 15));
        keys[Clauses - 1] = SumCache.Key(
            Clauses, p1 | (c << 7) | (g << 14) | (subject << 22) | ((ulong)Math.Min(gap, 4) << 29) | (ClauseBehind(token) << 32));
        keys[Quotations - 1] = SumCache.Key(
            Quotations, quotation | (Distances(token) << 5) | (g << 11) | (c << 19) | (c1 << 26));
    }

    // A word's clusters follow from its form, save that punctuation marks have none.
    private ulong WordKey(int i) => SumCache.Key(
        0, FeatureHash.Combine(Form(i), Lemma(i)), (Class(i) << 16) | (Cluster(i).A1 != 0 ? 1ul << 23 : 0));
}
