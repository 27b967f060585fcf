using System.Collections.Frozen;
using NewsNlp.Lexicons;
using NewsNlp.Quotations.Contents;
using NewsNlp.Quotations.Cues;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Shapes;

/// <summary>Mends sources that cannot be ones: punctuation alone, two sources in one, whoever was told.</summary>
internal static class SourceEdges
{
    private const int LongestSubject = 8;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Hearers =
        EmbeddedLines.ReadSet("Quotations/Shapes/Resources/hearers.txt", StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ParticiplesOfOffices =
        EmbeddedLines.ReadSet("Quotations/Shapes/Resources/participles-of-offices.txt", StringComparer.Ordinal);

    /// <summary>Mends the sources of an article's attributions, and takes out what nobody said.</summary>
    public static void Mend(ArticleReader article, List<Attribution> attributions)
    {
        AttributionLists.RemoveAll(article, attributions, attribution => IsShown(article, attribution));
        for (var i = 0; i < attributions.Count; i++)
        {
            article.Look(i);
            var attribution = attributions[i];
            if (!attribution.HasCue || !TokenClasses.IsVerb(article.Classes[CueHead.Of(article, attribution.Cue)]))
            {
                continue;
            }

            if ((IsBefore(attribution) && IsPassive(article, attribution.Cue, static word => word is "told" or "asked" or "informed" or "briefed")) || IsHeard(article, attribution))
            {
                attribution.Source.Clear();
            }

            if (attribution is { Source: [var told], Cue.End: var behind } && told.First == behind && article.Form(behind - 1) is "telling")
            {
                attribution.Source.Clear();
                TakeSubject(article, attribution);
            }

            if (attribution is { Source: [var hearer], Content: [var said, ..] } && IsHearer(article, attribution.Cue, hearer, said))
            {
                attribution.Source.Clear();
                TakeSubject(article, attribution);
            }

            if (attribution.Source.RemoveAll(piece => !HasWord(article, piece)) > 0)
            {
                TakeNameOutOfCue(article, attribution);
            }
            else if (attribution.Source.Count == 1)
            {
                attribution.Source[0] = WithBrackets(article, BehindAnotherPerson(article, BehindAnotherSource(article, BehindOpening(article, attribution.Source[0]), attribution.Cue), attribution.Cue));
                TakeOffice(article, attribution);
            }
        }
    }

    /// <summary>"The minister was shown the weapons": somebody saw them, and nobody said anything.</summary>
    private static bool IsShown(ArticleReader article, Attribution attribution) =>
        attribution is { HasCue: true, Content.Count: > 0 } && IsBefore(attribution) && attribution.Content[0].First >= attribution.Cue.End
        && IsPassive(article, attribution.Cue, static word => word is "shown")
        && Addressees.IsNounPhrase(article, new TokenRange(attribution.Content[0].First, Math.Min(attribution.Content[0].First + 2, attribution.Content[0].End)));

    private static bool IsBefore(Attribution attribution) => attribution.Source.Count > 0 && attribution.Source[^1].End <= attribution.Cue.First;

    /// <summary>Whether the cue ends with a form of "be" and the participle, or with adverbs between.</summary>
    private static bool IsPassive(ArticleReader article, Cue cue, Func<ReadOnlySpan<char>, bool> isParticiple)
    {
        if (!isParticiple(article.Form(cue.End - 1)))
        {
            return false;
        }

        var token = cue.End - 2;
        while (token >= cue.First && article.Classes[token] == TokenClass.Adverb)
        {
            token--;
        }

        return token >= cue.First && article.LemmaText(token) is "be";
    }

    /// <summary>"Actor feared for her life, jury told": a headline's way to say that it was told, to whoever hears such things.</summary>
    private static bool IsHeard(ArticleReader article, Attribution attribution) =>
        attribution is { Source: [var source], Content: [var content, ..], Cue: { End: var end, First: var first } } && end - first == 1 && article.Form(first) is "told"
        && source.End == first && content.End <= source.First && (end == article.Count || article.Sentences[end] != article.Sentences[first] || article.Classes[end] == TokenClass.FullStop)
        && Hearers.Contains(article.Form(source.End - 1));

    /// <summary>"Analysts at Tarn said in a note to clients that": the clients read it, between cue and content.</summary>
    private static bool IsHearer(ArticleReader article, Cue cue, TokenRange source, TokenRange content) =>
        source.First > cue.First + 1 && source.First >= cue.End && source.First - cue.End <= 3 && source.End <= content.First
        && article.Form(source.First - 1) is "to" && Addressees.IsNounPhrase(article, source)
        && (article.Classes[source.First - 2] is TokenClass.NounSingular or TokenClass.NounPlural);

    /// <summary>"CPI(M) leader Ann Lee": a bracket without a space before it belongs to the name, and the name to the source.</summary>
    private static TokenRange WithBrackets(ArticleReader article, TokenRange source)
    {
        var open = source.First - 3;
        if (open < 1 || article.Form(source.First - 1) is not ")" || article.Form(open) is not "(" || article.HasSpaceBefore(open)
            || article.Sentences[open - 1] != article.Sentences[source.First])
        {
            return source;
        }

        var first = open - 1;
        while (first > 0 && article.Sentences[first - 1] == article.Sentences[source.First] && source.First - first < LongestSubject
            && article.Classes[first - 1] is TokenClass.ProperNoun or TokenClass.Adjective or TokenClass.Determiner)
        {
            first--;
        }

        return source with { First = first };
    }

    /// <summary>"There will be a recount, returning officer Jo Lind has said": an office that begins with a participle belongs to who has it.</summary>
    private static void TakeOffice(ArticleReader article, Attribution attribution)
    {
        var source = attribution.Source[0];
        var first = source.First - 2;
        if (first < 0 || !article.IsPerson(source.First) || article.Classes[source.First - 1] != TokenClass.NounSingular
            || !ParticiplesOfOffices.Contains(article.Form(first))
            || article.Sentences[first] != article.Sentences[source.First] || (first > 0 && article.Classes[first - 1] == TokenClass.Determiner))
        {
            return;
        }

        attribution.Source[0] = source with { First = first };
        for (var i = 0; i < attribution.Content.Count; i++)
        {
            var piece = attribution.Content[i];
            if (piece.First < first - 1 && piece.End > first && piece.End <= source.First)
            {
                attribution.Content[i] = piece with { End = article.Classes[first - 1] == TokenClass.Comma ? first - 1 : first };
            }
        }
    }

    private static bool HasWord(ArticleReader article, TokenRange piece)
    {
        for (var token = piece.First; token < piece.End; token++)
        {
            foreach (var c in article.Form(token))
            {
                if (char.IsLetterOrDigit(c))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>"According to the Gazette, Mayor Okoro said": the verb's source stands behind the comma.</summary>
    private static TokenRange BehindAnotherSource(ArticleReader article, TokenRange source, Cue cue)
    {
        if (source.First < 2 || source.End > cue.First || !article.Form(source.First - 1).Equals("to", StringComparison.Ordinal)
            || !article.Form(source.First - 2).Equals("according", StringComparison.OrdinalIgnoreCase))
        {
            return source;
        }

        for (var token = source.First + 1; token < source.End - 1; token++)
        {
            if (article.Classes[token] == TokenClass.Comma)
            {
                return new TokenRange(token + 1, source.End);
            }
        }

        return source;
    }

    /// <summary>Who speaks, behind what opens a letter, "SIR – Michael Trask argues", and behind a main clause that "whose" leaves.</summary>
    private static TokenRange BehindOpening(ArticleReader article, TokenRange source)
    {
        var isSalutation = article.Form(source.First) is "SIR" or "Sir" or "MADAM" or "Madam" && source.Length > 2 && article.Classes[source.First + 1] == TokenClass.Dash;
        if (isSalutation)
        {
            return source with { First = source.First + 2 };
        }

        // "The biggest group is the Farmers' Federation, whose leader, Joost Hendrix, says"
        var hasVerb = false;
        for (var token = source.First + 1; token < source.End - 1; token++)
        {
            if (hasVerb && article.Form(token) is "whose" && article.Classes[token - 1] == TokenClass.Comma)
            {
                return source with { First = token };
            }

            hasVerb |= TokenClasses.IsFinite(article.Classes[token]);
        }

        return source;
    }

    /// <summary>"Questioning the prison's head, Tessa Holm, barrister Ifeoma Udo suggested": of two people with nothing but a comma between, the second.</summary>
    private static TokenRange BehindAnotherPerson(ArticleReader article, TokenRange source, Cue cue)
    {
        if (source.End != cue.First)
        {
            return source;
        }

        int comma = -1, before = 0, behind = 0;
        for (var token = source.First; token < source.End; token++)
        {
            if (article.Classes[token] == TokenClass.Comma)
            {
                if (comma >= 0)
                {
                    return source;
                }

                comma = token;
            }
            else if (article.Classes[token] is TokenClass.Conjunction or TokenClass.PronounPossessive or TokenClass.Determiner)
            {
                return source;
            }
            else if (article.IsPerson(token))
            {
                (before, behind) = comma < 0 ? (token, behind) : (before, token);
            }
        }

        return comma > source.First && before == comma - 1 && behind == source.End - 1 ? source with { First = comma + 1 } : source;
    }

    /// <summary>"The other was more cautious, telling reporters: ...": the words that begin the sentence, up to its verb.</summary>
    private static void TakeSubject(ArticleReader article, Attribution attribution)
    {
        if (article.Sentences[attribution.Cue.First] is not (>= 0 and var sentence))
        {
            return;
        }

        int start = article.SentenceStarts[sentence], end = start;
        while (end < attribution.Cue.First && end - start <= LongestSubject && !TokenClasses.IsVerbal(article.Classes[end]))
        {
            end++;
        }

        var subject = new TokenRange(start, end);
        if (end > start && end < attribution.Cue.First && TokenClasses.IsVerbal(article.Classes[end]) && (IsSubject(article, subject) || (end - start == 1 && article.Classes[start] == TokenClass.PronounPersonal)))
        {
            attribution.Source.Add(subject);
        }
    }

    /// <summary>A noun phrase, or two with a preposition between: "analysts at Tarn".</summary>
    private static bool IsSubject(ArticleReader article, TokenRange words)
    {
        for (var token = words.First + 1; token < words.End - 1; token++)
        {
            if (article.Classes[token] == TokenClass.Adposition)
            {
                return Addressees.IsNounPhrase(article, words with { End = token }) && Addressees.IsNounPhrase(article, words with { First = token + 1 });
            }
        }

        return Addressees.IsNounPhrase(article, words);
    }

    /// <summary>"... ," said KCNA: where the comma was taken for the source, the name behind the verb for a part of the cue.</summary>
    private static void TakeNameOutOfCue(ArticleReader article, Attribution attribution)
    {
        var cue = attribution.Cue;
        var name = cue.End;
        while (name > cue.First + 1 && article.IsOfSpeaker(name - 1))
        {
            name--;
        }

        if (name < cue.End)
        {
            attribution.Source.Add(new TokenRange(name, cue.End));
            attribution.ShortenCue(name);
        }
    }
}
