using NewsNlp.Models;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Contents;

// The templates in groups. What a group's features depend on recurs: from unit to unit of a window, or, told by a key, from
// document to document. So their weights need not be summed each time, see UnitScores.
internal sealed partial class UnitFeatures
{
    /// <summary>How many groups have keys; they are numbered from 1.</summary>
    public const int KeyedGroups = 12;

    /// <summary>How many features of how far the cue is a unit has.</summary>
    public const int CueDistanceCount = 4;

    private const int Word = 1, WordBefore = 2, WordBehind = 3, Classes = 4, Roles = 5, Entity = 6, Place = 7, OtherCues = 8,
        OtherCueBehind = 9, Distance = 10, Phrase = 11, PhraseBeside = 12;

    /// <summary>Adds the features of a unit that is not the cue.</summary>
    public void Extract(int unit, ref FeatureList features)
    {
        for (var group = 1; group <= KeyedGroups; group++)
        {
            ExtractGroup(group, unit, ref features);
        }

        ExtractCueDistance(unit, ref features);
        ExtractCueSide(unit, ref features);
        ExtractOthers(unit, ref features);
    }

    /// <summary>Adds the features of one group with a key.</summary>
    public void ExtractGroup(int group, int unit, ref FeatureList features)
    {
        switch (group)
        {
            case Word: AddWord(unit, ref features); break;
            case WordBefore: AddWordBefore(unit, ref features); break;
            case WordBehind: AddWordBehind(unit, ref features); break;
            case Classes: AddClasses(unit, ref features); break;
            case Roles: AddRoles(unit, ref features); break;
            case Entity: AddEntity(unit, ref features); break;
            case Place: AddPlace(unit, ref features); break;
            case OtherCues: AddOtherCues(unit, ref features); break;
            case OtherCueBehind: AddOtherCueBehind(unit, ref features); break;
            case Distance: AddDistance(unit, ref features); break;
            case Phrase: AddPhrase(unit, ref features); break;
            case PhraseBeside: AddPhraseBeside(unit, ref features); break;
            default: throw new ArgumentOutOfRangeException(nameof(group));
        }
    }

    /// <summary>Sets the keys of the groups for a unit: where two are the same, so are the features.</summary>
    public void SetKeys(int unit, Span<ulong> keys)
    {
        // Sides take 4 bits, classes 7, roles and cue classes 6, phrases and other cues 4, commas 3, verbs 2.
        ulong side = Side(unit), c0 = Class(unit - 1), c = Class(unit), c1 = Class(unit + 1), role = Role(unit);
        ulong sideAndClass = side | (c << 4);
        ulong phrase = side | ((ulong)_phrases[unit] << 4) | ((ulong)_verbsBetween[unit] << 8);
        ulong others = side | (OtherCue(unit) << 4) | (OtherCue(unit + 1) << 8);
        var place = PlaceOf(unit);
        keys[Word - 1] = SumCache.Key(Word, WordKey(unit), side);
        keys[WordBefore - 1] = SumCache.Key(WordBefore, WordKey(unit - 1), side);
        keys[WordBehind - 1] = SumCache.Key(WordBehind, WordKey(unit + 1), side);
        keys[Classes - 1] = SumCache.Key(Classes, sideAndClass | (c1 << 11) | (place.UntilEnd << 18));
        keys[Roles - 1] = SumCache.Key(Roles, sideAndClass | (c0 << 11) | (role << 18) | (Role(unit - 1) << 24) | (Role(unit + 1) << 30));
        keys[Entity - 1] = SumCache.Key(Entity, side | (c1 << 4) | (EntityEdges(unit) << 11));
        keys[Place - 1] = SumCache.Key(
            Place,
            sideAndClass | (place.Edge << 11) | (place.UntilEnd << 14) | (place.FromStart << 17) | (place.Paragraph << 19)
                | (place.OpensArticle << 21) | (_cueOpensSentence << 22) | (FromSentenceStart(unit) << 23));
        keys[OtherCues - 1] = SumCache.Key(OtherCues, others | (c << 12) | ((ulong)_cuesBetween[unit] << 19));
        keys[OtherCueBehind - 1] = SumCache.Key(OtherCueBehind, others | (c0 << 12));
        keys[Distance - 1] = SumCache.Key(Distance, Bucket.Distance(unit - _cueUnit) | (c << 5) | (_near == 0 ? 1ul << 12 : 0));
        keys[Phrase - 1] = SumCache.Key(Phrase, phrase | ((ulong)_commasBetween[unit] << 10) | (_cueClass << 13));
        keys[PhraseBeside - 1] = SumCache.Key(PhraseBeside, phrase | (ClassBesideCue(unit) << 10));
    }

    /// <summary>What the features of <see cref="ExtractCueDistance"/> depend on inside a window.</summary>
    public int CueDistanceOf(int unit) => (int)Bucket.Distance(unit - _cueUnit);

    /// <summary>What the features of <see cref="ExtractCueSide"/> depend on inside a window.</summary>
    public int CueSideOf(int unit) => (int)(Side(unit) | (Role(unit) << 4));

    // A word's clusters follow from its form, save that punctuation marks have none.
    private ulong WordKey(int m) =>
        SumCache.Key(0, Form(m), (Class(m) << 4) | (Group(m) << 11) | (Cluster(m).A1 != 0 ? 1ul << 19 : 0));
}
