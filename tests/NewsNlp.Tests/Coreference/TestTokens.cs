using NewsNlp.Documents;

namespace NewsNlp.Tests.Coreference;

internal readonly record struct TestToken(TextSpan Span, TokenKind Kind, Upos Tag);

/// <summary>Tokens and tags that are good enough for the sentences of these tests: word lists, endings, and the word before.</summary>
internal static class TestTokens
{
    private static readonly Dictionary<string, Upos> Words = Read(
        (Upos.DET, "the a an this that these those some any each every no both all another"),
        (Upos.PRON, "i me my mine myself we us our ours ourselves he him his himself she her hers herself it its itself they them their theirs themselves who whom whose which you your what nobody others"),
        (Upos.ADP, "of in on at by for with from to into over under about after before against during near between among through since until as like behind without per than outside inside across along around towards"),
        (Upos.AUX, "is was are were be been being has have had do does did will would can could may might must should 's’"),
        (Upos.CCONJ, "and or but nor"),
        (Upos.SCONJ, "because if when while although whether where how why though"),
        (Upos.ADV, "not also never always again yesterday too very then there here now still only just already once later earlier however soon n't"),
        (Upos.VERB, "said says say told tell tells asked added met meets took take went go goes came come gave give wrote write thanked praised hails hailed arrived left leaves plans planned wants want won lost opened closed built buy bought sold sell announced warned denied rejected agreed signed owns runs led leads lives joined resigned called calls knows know thought think thinks felt feel hopes hope found find made make believe believes see saw looked spoke speaks insisted promised pledged accused criticised criticized stood walked waited fed feeds swept visited visit grew rose fell began ended hired fired employs makes replied defended welcomed cut raised warn keep kept moved helped help taught teaches becomes became played plays host hosts live scored injured keeps"),
        (Upos.ADJ, "new old former foreign good great small large long big young next last first second senior deputy prime public local national tired happy ready sure safe important unclear clear likely many several other close chief northern southern early late free bad wrong right proud responsible different own two three nine ten hundred acting familiar ill well closed open"));

    public static List<TestToken> Of(string text)
    {
        var tokens = new List<TestToken>();
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            if (text.AsSpan(i).StartsWith("'s") || text.AsSpan(i).StartsWith("’s"))
            {
                i += 2;
            }
            else if (char.IsLetterOrDigit(text[i]))
            {
                while (i < text.Length && (char.IsLetterOrDigit(text[i]) || (text[i] == '.' && IsAbbreviation(text, start, i))))
                {
                    i++;
                }
            }
            else
            {
                i++;
            }

            var form = text[start..i];
            tokens.Add(new TestToken(new TextSpan(start, i - start), char.IsLetter(form[0]) || form.Length > 1 ? TokenKind.Word : char.IsDigit(form[0]) ? TokenKind.Number : TokenKind.Punctuation, TagOf(form)));
        }

        return tokens;
    }

    public static Upos Disambiguate(List<TestToken> tokens, int index)
    {
        // "that" before a clause, "her" and "to" apart, only determiner and conjunction matter here.
        var tag = tokens[index].Tag;
        return tag == Upos.AUX && tokens[index].Span.Length == 2 && index > 0 && tokens[index].Span.Start == tokens[index - 1].Span.End ? Upos.PART : tag;
    }

    public static string Lemma(string form)
    {
        var lower = form.ToLowerInvariant();
        return lower.EndsWith("ies", StringComparison.Ordinal) ? lower[..^3] + "y"
            : lower.Length > 3 && lower.EndsWith('s') && !lower.EndsWith("ss", StringComparison.Ordinal) && TagOf(form) is Upos.NOUN or Upos.PROPN ? lower[..^1] : lower;
    }

    private static bool IsAbbreviation(string text, int start, int dot) =>
        text[start..dot] is "Mr" or "Mrs" or "Ms" or "Dr" or "Sen" or "Gen" or "Inc" or "St" || (dot - start == 1 && char.IsUpper(text[start])) || (dot > start && text[start..dot].Contains('.', StringComparison.Ordinal));

    private static Upos TagOf(string form)
    {
        if (!char.IsLetterOrDigit(form[0]))
        {
            return form.Length > 1 ? Upos.PART : Upos.PUNCT;
        }

        if (Words.TryGetValue(form, out var tag) && (char.IsLower(form[0]) || tag is not (Upos.VERB or Upos.ADJ or Upos.NOUN) || form is "Many" or "Several" or "Two"))
        {
            return tag;
        }

        return char.IsDigit(form[0]) ? Upos.NUM
            : form.EndsWith("ly", StringComparison.Ordinal) ? Upos.ADV
            : form.EndsWith("ed", StringComparison.Ordinal) ? Upos.VERB
            : Upos.NOUN;
    }

    private static Dictionary<string, Upos> Read(params (Upos Tag, string Words)[] lists)
    {
        var words = new Dictionary<string, Upos>(StringComparer.OrdinalIgnoreCase);
        foreach (var (tag, list) in lists)
        {
            foreach (var word in list.Split(' '))
            {
                words.TryAdd(word, tag);
            }
        }

        return words;
    }
}
