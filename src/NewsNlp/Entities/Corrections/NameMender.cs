using System.Collections.Frozen;
using System.Globalization;
using NewsNlp.Documents;
using NewsNlp.Documents.Layers;
using NewsNlp.Entities.Values;
using NewsNlp.Lexicons;

namespace NewsNlp.Entities.Corrections;

/// <summary>
/// Mends single mentions that the model finds where the words of the name itself leave no doubt: a title is no part of a person's name
/// (<c>Taoiseach Eoghan Rafter</c>), nobody is called <c>R-Ohio</c> or <c>Nightingale Way</c>, <c>Shore Capital</c> is no place, and
/// money has a currency.
/// </summary>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
internal sealed class NameMender(ValueVocabulary values)
{
    private readonly KnownBodies _bodies = new();
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _titles = CorrectionLists.Read("titles-in-names");
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _wordsBefore = CorrectionLists.Read("words-before-names");
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _bodyEndings = CorrectionLists.Read("body-endings");
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _rolesBehind = CorrectionLists.Read("roles-behind-bodies");
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _wordsBeforeRoles = CorrectionLists.Read("words-before-roles");
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _streetEndings = CorrectionLists.Read("street-endings");

    /// <summary>The mention as it should be; null where it is none.</summary>
    public FoundMention? Mend(ReadOnlySpan<char> text, TokenLayer tokens, FoundMention mention)
    {
        if (mention.Label == EntityLabel.Money)
        {
            return MendMoney(text, tokens, mention);
        }

        // "the Tánaiste replied": an office; and a share's letters are no company of their own, "Tarn Group TARN.L".
        if (mention.TokenCount == 1 && tokens.Span(mention.FirstToken).Of(text) is var alone && (alone is "Taoiseach" or "Tánaiste" || StockSymbols.Is(alone)))
        {
            return null;
        }

        if (mention.TokenCount > 2 && IsUnnamedWriter(tokens.Span(mention.FirstToken).Of(text), tokens.Span(mention.EndToken - 1).Of(text)))
        {
            return null;
        }

        if (mention.TokenCount > 1 && (mention.Label == EntityLabel.Organization || mention.Label == EntityLabel.Person)
            && _wordsBefore.Contains(tokens.Span(mention.FirstToken).Of(text)))
        {
            mention = WithoutFirst(mention);
        }

        var isPlaceOrPerson = mention.Label == EntityLabel.Location || mention.Label == EntityLabel.Person;
        mention = isPlaceOrPerson && DatelineAgencies.Is(text, tokens, mention) ? mention with { Label = EntityLabel.Organization } : _bodies.Correct(text, tokens, mention);
        if (mention.Label == EntityLabel.Person)
        {
            if (IsPartyAndState(text, tokens, mention))
            {
                return null;
            }

            mention = WithoutTitles(text, tokens, mention);
        }

        if (mention.Label == EntityLabel.Organization)
        {
            mention = WithoutRole(text, tokens, mention);
        }

        if (mention.TokenCount > 2 && IsCase(text, tokens, mention))
        {
            return mention with { Label = EntityLabel.Misc };
        }

        return mention.TokenCount > 1 ? mention with { Label = LabelOf(text, tokens, mention) } : mention;
    }

    /// <summary><c>White House Advisor</c>; not the <c>House of Representatives</c>, nor what is nothing but a role.</summary>
    private FoundMention WithoutRole(ReadOnlySpan<char> text, TokenLayer tokens, FoundMention mention)
    {
        var end = mention.EndToken;
        if (mention.TokenCount < 2 || !_rolesBehind.Contains(tokens.Span(end - 1).Of(text)) || tokens.Span(mention.FirstToken, mention.TokenCount).Of(text).Contains(" of ", StringComparison.Ordinal))
        {
            return mention;
        }

        do
        {
            end--;
        }
        while (end > mention.FirstToken && _wordsBeforeRoles.Contains(tokens.Span(end - 1).Of(text)));

        return end > mention.FirstToken ? mention with { TokenCount = end - mention.FirstToken } : mention;
    }

    private EntityLabel LabelOf(ReadOnlySpan<char> text, TokenLayer tokens, FoundMention mention)
    {
        var label = mention.Label;
        if (label == EntityLabel.Organization && IsState(text, tokens, mention))
        {
            return EntityLabel.Location;
        }

        var isNamed = label == EntityLabel.Person || label == EntityLabel.Location || label == EntityLabel.NORP;
        ReadOnlySpan<char> last = tokens.Span(mention.EndToken - 1).Of(text), before = tokens.Span(mention.EndToken - 2).Of(text);
        if (isNamed && _bodyEndings.Contains(last))
        {
            return IsPlace(before, last) ? label : EntityLabel.Organization;
        }

        if (last is "Crescent" && before is "Red")
        {
            return EntityLabel.Organization;
        }

        // Of what else bears names, "the Third Way" and the record "Abbey Road" are no streets.
        var isStreet = (label == EntityLabel.Misc ? last is "Street" or "Avenue" : _streetEndings.Contains(last))
            || (last is "Lane" or "Close" && mention.FirstToken > 0
                && tokens.Span(mention.FirstToken - 1).Of(text) is "in" or "on" or "off" or "along" or "near" or "of" or "at");
        return isStreet && (label == EntityLabel.Person || label == EntityLabel.Misc) ? EntityLabel.Location : label;
    }

    /// <summary><c>the People's Republic of China</c>.</summary>
    private static bool IsState(ReadOnlySpan<char> text, TokenLayer tokens, FoundMention mention)
    {
        var token = mention.FirstToken;
        while (token < mention.EndToken && tokens.Span(token).Of(text) is "People" or "'s" or "’s" or "Democratic" or "Islamic" or "Arab" or "Federal" or "Bolivarian" or "Socialist")
        {
            token++;
        }

        return token + 2 < mention.EndToken && tokens.Span(token).Of(text) is "Republic" or "Kingdom" && tokens.Span(token + 1).Of(text) is "of";
    }

    /// <summary>Places whose names end as those of bodies do: the West Bank, the Soviet Union.</summary>
    private static bool IsPlace(ReadOnlySpan<char> before, ReadOnlySpan<char> last) =>
        (last is "Bank" && before is "West" or "East" or "North" or "South" or "Left" or "Right" or "Grand") || (last is "Union" && before is "Soviet");

    /// <summary>The parties of a case in court: <c>Brandt v. United States</c>.</summary>
    private static bool IsCase(ReadOnlySpan<char> text, TokenLayer tokens, FoundMention mention)
    {
        for (var token = mention.FirstToken + 1; token < mention.EndToken - 1; token++)
        {
            if (tokens.Span(token).Of(text) is "v.")
            {
                return true;
            }
        }

        return false;
    }

    private FoundMention WithoutTitles(ReadOnlySpan<char> text, TokenLayer tokens, FoundMention mention)
    {
        while (mention.TokenCount > 1 && _titles.Contains(tokens.Span(mention.FirstToken).Of(text)))
        {
            mention = WithoutFirst(mention);
        }

        return mention;
    }

    /// <summary>"By Our Health Correspondent".</summary>
    private static bool IsUnnamedWriter(ReadOnlySpan<char> first, ReadOnlySpan<char> last) =>
        first is "Our" && last is "Correspondent" or "Correspondents" or "Reporter" or "Reporters" or "Editor" or "Staff" or "Bureau";

    private static FoundMention WithoutFirst(FoundMention mention) =>
        mention with { FirstToken = mention.FirstToken + 1, TokenCount = mention.TokenCount - 1 };

    /// <summary>A party and a state or constituency, <c>R-Ohio</c>, <c>D-N.M.</c>, that stand behind a name.</summary>
    private static bool IsPartyAndState(ReadOnlySpan<char> text, TokenLayer tokens, FoundMention mention)
    {
        var name = tokens.Span(mention.FirstToken, mention.TokenCount).Of(text);
        return name is ['R' or 'D' or 'I', '-', >= 'A' and <= 'Z', _, ..] && !name.Contains(' ');
    }

    /// <summary>"3.5 lakh" of families is a number; in "a $299 watch" the watch is no money.</summary>
    private FoundMention? MendMoney(ReadOnlySpan<char> text, TokenLayer tokens, FoundMention mention)
    {
        var hasCurrency = false;
        var end = mention.FirstToken;
        for (var token = mention.FirstToken; token < mention.EndToken; token++)
        {
            var form = tokens.Span(token).Of(text);
            var kind = values.KindOf(form);
            var isSign = HasSign(form);
            hasCurrency |= isSign || kind is ValueWordKind.Currency or ValueWordKind.CurrencyCode || (!char.IsAsciiLetterLower(form[0]) && !char.IsAsciiDigit(form[0]));
            if (isSign || kind != ValueWordKind.None || char.IsDigit(form[0]) || !char.IsAsciiLetterLower(form[0]))
            {
                end = token + 1;
            }
        }

        var startsWithSign = HasSign(tokens.Span(mention.FirstToken).Of(text));
        return !hasCurrency && end == mention.EndToken ? null
            : startsWithSign && end > mention.FirstToken ? mention with { TokenCount = end - mention.FirstToken }
            : mention;
    }

    private static bool HasSign(ReadOnlySpan<char> form)
    {
        foreach (var c in form)
        {
            if (char.GetUnicodeCategory(c) == UnicodeCategory.CurrencySymbol)
            {
                return true;
            }
        }

        return false;
    }
}
