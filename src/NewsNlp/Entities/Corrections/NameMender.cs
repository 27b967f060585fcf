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
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _titles = Read("titles-in-names");
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _bodyEndings = Read("body-endings");
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _streetEndings = Read("street-endings");

    /// <summary>The mention as it should be; null where it is none.</summary>
    public FoundMention? Mend(ReadOnlySpan<char> text, TokenLayer tokens, FoundMention mention)
    {
        if (mention.Label == EntityLabel.Money)
        {
            return MendMoney(text, tokens, mention);
        }

        // "the Tánaiste replied": an office; and a share's letters are no company of their own, "Tarn Group TARN.L".
        if (mention.TokenCount == 1 && Form(text, tokens, mention.FirstToken) is "Taoiseach" or "Tánaiste" or [_, _, _, _, '.', >= 'A' and <= 'Z'] or [_, _, _, _, _, '.', >= 'A' and <= 'Z'])
        {
            return null;
        }

        mention = _bodies.Correct(text, tokens, mention);
        if (mention.Label == EntityLabel.Person)
        {
            if (IsPartyAndState(text, tokens, mention))
            {
                return null;
            }

            mention = WithoutTitles(text, tokens, mention);
        }

        if (mention.TokenCount > 2 && IsCase(text, tokens, mention))
        {
            return mention with { Label = EntityLabel.Misc };
        }

        return mention.TokenCount > 1 && mention.Label is var label && (label == EntityLabel.Person || label == EntityLabel.Location || label == EntityLabel.NORP || (label == EntityLabel.Misc && Form(text, tokens, mention.EndToken - 1) is "Lane" or "Street" or "Close" or "Avenue"))
            ? mention with { Label = LabelOf(text, tokens, mention) }
            : mention;
    }

    private EntityLabel LabelOf(ReadOnlySpan<char> text, TokenLayer tokens, FoundMention mention)
    {
        var last = Form(text, tokens, mention.EndToken - 1);
        if (_bodyEndings.Contains(last))
        {
            // The West Bank, the Grand Union.
            var before = Form(text, tokens, mention.EndToken - 2);
            return last is "Bank" && before is "West" or "East" or "North" or "South" or "Left" or "Right" or "Grand" ? mention.Label : EntityLabel.Organization;
        }

        var isStreet = _streetEndings.Contains(last)
            || (last is "Lane" or "Close" && mention.FirstToken > 0 && Form(text, tokens, mention.FirstToken - 1) is "in" or "on" or "off" or "along" or "near" or "of" or "at");
        return mention.Label != EntityLabel.NORP && isStreet ? EntityLabel.Location : mention.Label;
    }

    /// <summary>The parties of a case in court: <c>Brandt v. United States</c>.</summary>
    private static bool IsCase(ReadOnlySpan<char> text, TokenLayer tokens, FoundMention mention)
    {
        for (var token = mention.FirstToken + 1; token < mention.EndToken - 1; token++)
        {
            if (Form(text, tokens, token) is "v.")
            {
                return true;
            }
        }

        return false;
    }

    private FoundMention WithoutTitles(ReadOnlySpan<char> text, TokenLayer tokens, FoundMention mention)
    {
        while (mention.TokenCount > 1 && _titles.Contains(Form(text, tokens, mention.FirstToken)))
        {
            mention = mention with { FirstToken = mention.FirstToken + 1, TokenCount = mention.TokenCount - 1 };
        }

        return mention;
    }

    /// <summary>A party and a state or constituency, <c>R-Ohio</c>, <c>D-N.M.</c>, that stand behind a name.</summary>
    private static bool IsPartyAndState(ReadOnlySpan<char> text, TokenLayer tokens, FoundMention mention)
    {
        var name = text.Slice(tokens.Starts[mention.FirstToken], tokens.Starts[mention.EndToken - 1] + tokens.Lengths[mention.EndToken - 1] - tokens.Starts[mention.FirstToken]);
        return name is ['R' or 'D' or 'I', '-', >= 'A' and <= 'Z', _, ..] && !name.Contains(' ');
    }

    /// <summary>"3.5 lakh" of families is a number; in "a $299 watch" the watch is no money.</summary>
    private FoundMention? MendMoney(ReadOnlySpan<char> text, TokenLayer tokens, FoundMention mention)
    {
        var hasCurrency = false;
        var end = mention.FirstToken;
        for (var token = mention.FirstToken; token < mention.EndToken; token++)
        {
            var form = Form(text, tokens, token);
            var kind = values.KindOf(form);
            var isSign = HasSign(form);
            hasCurrency |= isSign || kind is ValueWordKind.Currency or ValueWordKind.CurrencyCode || !char.IsAsciiLetterLower(form[0]) && !char.IsAsciiDigit(form[0]);
            if (isSign || kind != ValueWordKind.None || char.IsDigit(form[0]) || !char.IsAsciiLetterLower(form[0]))
            {
                end = token + 1;
            }
        }

        var startsWithSign = HasSign(Form(text, tokens, mention.FirstToken));
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

    private static ReadOnlySpan<char> Form(ReadOnlySpan<char> text, TokenLayer tokens, int token) => text.Slice(tokens.Starts[token], tokens.Lengths[token]);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Read(string list) =>
        EmbeddedLines.ReadSet($"Entities/Corrections/Resources/{list}.txt", StringComparer.Ordinal);
}
