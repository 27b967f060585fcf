using NewsNlp.Documents;

namespace NewsNlp.Entities.Values.Reading.Dates;

/// <summary>
/// Tells from the words around a date whether it lies behind or ahead: the nearest word before it that says so, else the nearest
/// behind it, within the clause.
/// </summary>
internal sealed class TenseReader(DateWords words)
{
    private const int Reach = 14, Auxiliaries = 3;

    /// <summary>Reads the words around a mention.</summary>
    /// <param name="text">The sentence and the mention.</param>
    /// <param name="tags">The parts of speech of the document's tokens; empty where they are not known.</param>
    public DateTense Read(in ValueText text, ReadOnlySpan<Upos> tags)
    {
        for (int at = text.First - 1; at >= 0 && at >= text.First - Reach && !IsEdge(text[at]); at--)
        {
            if (Sign(text, at, tags) is not DateTense.Unknown and var tense) return tense == DateTense.Ahead && IsOver(text, at) ? DateTense.Behind : tense;
        }

        for (int at = text.End; at < text.Pieces.Count && at < text.End + Reach && !IsEdge(text[at]); at++)
        {
            if (!IsState(text, at) && Sign(text, at, tags) is not DateTense.Unknown and var tense) return tense;
        }

        return DateTense.Unknown;
    }

    private static bool IsEdge(ValuePiece piece) =>
        piece.Type == ValuePieceType.Mark && piece.First is ';' or ':' or '\u2014' or '"' or '\u201C' or '\u201D' or '(' or ')';

    private DateTense Sign(in ValueText text, int at, ReadOnlySpan<Upos> tags)
    {
        if (text[at].Type != ValuePieceType.Letters) return DateTense.Unknown;
        var form = text.Form(at);
        if (words.IsAhead(form)) return IsName(form) ? DateTense.Unknown : DateTense.Ahead;
        int token = text[at].Token;
        bool verb = (uint)token < (uint)tags.Length && tags[token] is Upos.VERB or Upos.AUX;
        bool participle = verb && form.EndsWith("ed", StringComparison.OrdinalIgnoreCase);
        if (words.IsBehind(form) || participle) return IsComing(text, at) ? DateTense.Ahead : DateTense.Behind;

        // "Trump to meet Xi on Friday"; of "failed to meet", the verb before decides.
        bool infinitive = verb && text.Is(at - 1, "to");
        if (infinitive) return text[at - 2].Type == ValuePieceType.Letters && Sign(text, at - 2, tags) == DateTense.Behind
            && !IsPromise(text.Form(at - 2)) ? DateTense.Behind : DateTense.Ahead;
        return DateTense.Unknown;
    }

    /// <summary>"had been strong until May": what had been so ended there.</summary>
    private static bool IsOver(in ValueText text, int until)
    {
        if (!text.Is(until, "until") && !text.Is(until, "till") && !text.Is(until, "by")) return false;
        for (int at = until - 1; at >= 0 && at >= until - Auxiliaries - 2 && !IsEdge(text[at]); at--)
        {
            if (text.Is(at, "had")) return true;
        }

        return false;
    }

    /// <summary>"is sold out", "are closed": as things stand, which says nothing of when.</summary>
    private static bool IsState(in ValueText text, int at) => text.Is(at - 1, "is") || text.Is(at - 1, "are");

    /// <summary>May, Will and March may be names or months.</summary>
    private static bool IsName(ReadOnlySpan<char> form) => char.IsUpper(form[0]) && form is "May" or "Will";

    private bool IsComing(in ValueText text, int participle)
    {
        for (int at = participle - 1; at >= 0 && at >= participle - Auxiliaries; at--)
        {
            if (words.IsComing(text.Form(at))) return true;
        }

        return false;
    }

    private static bool IsPromise(ReadOnlySpan<char> form) => form is "agreed" or "vowed" or "promised" or "decided" or "pledged" or "planned" or "ordered" or "invited";
}
