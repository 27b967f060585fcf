using System.Numerics;
using System.Runtime.CompilerServices;

namespace NewsNlp.Tokenization.Simd;

/// <summary>Looks up the words of a batch before periods and hyphens, and those that may be contractions.</summary>
internal static unsafe class WordReader<TUnit, TEncoding>
    where TUnit : unmanaged
    where TEncoding : struct, IEncoding<TUnit>
{
    private const int Window = WindowEdge.Window;
    private const ulong St = 's' | ('t' << 8);
    private const ulong Nd = 'n' | ('d' << 8);
    private const ulong Rd = 'r' | ('d' << 8);
    private const ulong Th = 't' | ('h' << 8);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Read(WindowBatch batch, WindowRules rules)
    {
        var asked = Ask(batch);
        var listed = Filter(batch, asked, rules);
        for (var i = 0; i < listed.Count; i++)
        {
            Judge(ref batch.Windows[listed.WindowAt(i)], listed.UnitAt(i), rules);
        }
    }

    /// <summary>Lists the places behind words that must be looked up.</summary>
    private static PlaceList Ask(WindowBatch batch)
    {
        var windows = batch.Windows;
        var list = batch.FirstPlaces;
        for (var i = 0; i < batch.Count; i++)
        {
            list.Add(i, windows[i].Asked);
        }

        return list;
    }

    /// <summary>Lists the places behind words that may be in the word lists.</summary>
    private static PlaceList Filter(WindowBatch batch, PlaceList asked, WindowRules rules)
    {
        var windows = batch.Windows;
        var bitmap = rules.Filter.Bitmap;
        var list = batch.SecondPlaces;
        for (var i = 0; i < asked.Count; i++)
        {
            ref var window = ref windows[asked.WindowAt(i)];
            var at = asked.UnitAt(i);
            var key = WordFilter.KeyBefore(TEncoding.EightBefore((TUnit*)window.Units + at), LengthBefore(window.Letter, at));
            list.Add(asked, i, (int)WordFilter.MayFind(bitmap, key));
        }

        return list;
    }

    /// <summary>How many letters stand before a place, without a gap.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int LengthBefore(ulong letters, int at) => BitOperations.LeadingZeroCount(~(letters << (Window - at)));

    /// <summary>Says of a word whether the sign behind it belongs to it, or that only the scalar definition knows.</summary>
    private static void Judge(ref WindowMasks window, int at, WindowRules rules)
    {
        var bit = 1UL << at;
        var length = LengthBefore(window.Letter, at);
        var units = TEncoding.EightBefore((TUnit*)window.Units + at);
        var key = WordFilter.KeyBefore(units, length);
        var uses = rules.Filter.Find(key);
        if ((uses & WordUses.Contraction) != 0)
        {
            // Between white space or signs that are tokens of their own, where nothing else can join it.
            var around = ((bit >> (length + 1)) | bit) & ~window.Space;
            var isSure = uses == (WordUses.Contraction | WordUses.TwoParts)
                && (around & (window.LetterOrDigit | window.Period | window.Apostrophe | window.Hyphen | window.Sign | window.NonAscii)) == 0;
            window.Clitics |= isSure ? bit >> (length - rules.Filter.FirstPart(key)) : 0UL;
            window.Hard |= isSure ? 0 : bit >> 1;
        }
        else if ((window.Finals & ~window.Joined & bit) != 0)
        {
            // An initial; "I." can be the end of a sentence, "DON'T." is one.
            var isInitial = length == 1 && char.IsAsciiLetterUpper((char)(units >> 56));
            var isBehindApostrophe = (window.ApostropheEnds & (bit >> (length + 1))) != 0;
            var isSure = !isBehindApostrophe
                && (isInitial ? (units >> 56) != 'I' : IsAbbreviation((TUnit*)window.Units + at, units, length, uses));
            window.Joined |= isSure ? bit : 0;
            window.Hard |= !isSure && (isInitial || (uses & (WordUses.Abbreviation | WordUses.PerhapsAbbreviation)) != 0) ? bit : 0;
        }
        else if ((window.Hyphen & bit) != 0 && (uses & (WordUses.Prefix | WordUses.PerhapsPrefix)) != 0)
        {
            // A prefix must start its word; before a number, the number is read as a part of a word.
            var isSure = (uses & WordUses.Prefix) != 0
                && (((window.Space << 1) | 1) & (bit >> length)) != 0
                && (window.Letter & (bit << 1)) != 0
                && !rules.JoinsAreHard;
            window.Joined |= isSure ? bit : 0;
            window.Hard |= isSure ? 0 : bit;
        }
    }

    /// <summary>Whether a word before a period is surely an abbreviation there.</summary>
    private static bool IsAbbreviation(TUnit* period, ulong units, int length, WordUses uses)
    {
        if ((uses & WordUses.Abbreviation) == 0)
        {
            return false;
        }

        // The key's first letter is its lowest byte: a capital lacks the bit that small letters have.
        var key = WordFilter.KeyBefore(units, length);
        if ((uses & WordUses.Capitalized) != 0 && WordFilter.WordBefore(units, length) != (key & ~0x20UL))
        {
            return false;
        }

        var after = TEncoding.EightAt(period + 1);
        return (uses & WordUses.BeforeWord) == 0 || ((byte)after == ' ' && char.IsAsciiLetter((char)(byte)(after >> 8)));
    }

    /// <summary>Whether an apostrophe before a word can be the first sign of it: 'em, '90s.</summary>
    public static bool IsElision(in WindowMasks window, int apostrophe, WordFilter filter)
    {
        var start = apostrophe + 1 + (2 * (int)((window.LongApostrophe >> apostrophe) & 1));
        if (start >= Window)
        {
            return false;
        }

        if (((window.Digit >> start) & 1) != 0)
        {
            return true;
        }

        var length = BitOperations.TrailingZeroCount(~(window.LetterOrDigit >> start));
        return length < WordFilter.KeyLength
            && (filter.Find(WordFilter.KeyAt(TEncoding.EightAt((TUnit*)window.Units + start), length)) & WordUses.Elision) != 0;
    }

    /// <summary>Turns the digits of 1990s and 20th into letters, so that they are words like others.</summary>
    public static void ReadOrdinals(ref WindowMasks window)
    {
        for (var places = (window.Digit << 1) & window.Letter & window.Live; places != 0; places &= places - 1)
        {
            var at = BitOperations.TrailingZeroCount(places);
            var digits = BitOperations.LeadingZeroCount(~(window.Digit << (Window - at)));
            var first = 1UL << (at - digits);
            var letters = BitOperations.TrailingZeroCount(~(window.Letter >> at));
            var behind = 1UL << (at + letters);
            var suffix = WordFilter.KeyAt(TEncoding.EightAt((TUnit*)window.Units + at), letters);
            var isOrdinal = letters <= 2
                && (suffix == 's' || suffix == Th || suffix == St || suffix == Nd || suffix == Rd)
                && (first & ((window.Space << 1) | 1)) != 0
                && (behind & (window.Digit | window.Apostrophe | window.Sign | window.NonAscii)) == 0;
            var run = isOrdinal ? (1UL << at) - first : 0;
            window.Letter |= run;
            window.Digit &= ~run;
        }
    }
}
