using NewsNlp.Documents;
using NewsNlp.Export.Html;
using NewsNlp.Tool.Evaluation.Gold;

namespace NewsNlp.Tool.Comparison;

/// <summary>Writes a part of a text with the marks of one side; where the other side has no such mark, it stands out.</summary>
internal sealed class MarkedText
{
    private readonly string _text;
    private readonly List<Mark> _marks = [];
    private readonly SortedSet<int> _cuts = [];

    public MarkedText(GoldDocument own, GoldDocument other)
    {
        _text = own.Text;
        foreach (var mention in own.Mentions ?? [])
        {
            bool isSame = other.Mentions?.Contains(mention) ?? true;
            Add(mention.Span, isSame ? "e" : "e d", mention.Label.Name);
        }

        foreach (var quote in own.Quotes ?? [])
        {
            string? note = !own.HasSpeakers ? null : "— " + (quote.Speakers.Count > 0 ? quote.Speakers[0] : "speaker not known");
            var twin = other.Quotes?.FirstOrDefault(candidate => candidate.Content.SequenceEqual(quote.Content));
            bool isSame = other.Quotes is null || twin is not null;
            bool isSameSpeaker = !other.HasSpeakers || isSame && (twin is null || SameSpeaker(quote.Speakers, twin.Speakers));
            for (int i = 0; i < quote.Content.Count; i++)
                Add(quote.Content[i], isSame ? "q" : "q d", i == quote.Content.Count - 1 ? note : null, isSameSpeaker ? "q" : "q d");
            foreach (var span in quote.Source) Add(span, other.Quotes?.Any(candidate => candidate.Source.Contains(span)) ?? true ? "s" : "s d", null);
            foreach (var span in quote.Cue) Add(span, other.Quotes?.Any(candidate => candidate.Cue.Contains(span)) ?? true ? "c" : "c d", null);
        }

        bool SameSpeaker(IReadOnlyList<string> left, IReadOnlyList<string> right) =>
            left.Count == 0 ? right.Count == 0 : NewsNlp.Evaluation.Quotations.SpeakerNames.Agree(left, right);
    }

    /// <summary>Whether something that the other side lacks is marked here.</summary>
    public bool Differs(TextSpan part) => _marks.Exists(mark => (mark.Classes.EndsWith('d') || mark.Note is not null && mark.NoteClasses.EndsWith('d')) && mark.Span.Overlaps(part));

    public void Write(TextSpan part, TextWriter output)
    {
        int position = part.Start;
        foreach (int cut in _cuts.GetViewBetween(part.Start, part.End).Append(part.End).Distinct())
        {
            if (cut > position) Segment(TextSpan.FromBounds(position, cut), output);
            position = cut;
            var ending = _marks.Where(mark => mark.Note is not null && mark.Span.End == cut && part.Contains(cut - 1));
            foreach (var mark in ending.OrderBy(mark => mark.Span.Length))
            {
                output.Write($"<small class=\"{mark.NoteClasses}\">");
                output.WriteText(mark.Note);
                output.Write("</small>");
            }
        }
    }

    private void Segment(TextSpan span, TextWriter output)
    {
        string classes = string.Join(' ', _marks.Where(mark => mark.Span.Contains(span)).SelectMany(mark => mark.Classes.Split(' ')).Distinct());
        if (classes.Length > 0) output.Write($"<span class=\"{classes}\">");
        output.WriteText(span.Of(_text));
        if (classes.Length > 0) output.Write("</span>");
    }

    private void Add(TextSpan span, string classes, string? note, string? noteClasses = null)
    {
        if (span.IsEmpty) return;
        _marks.Add(new Mark(span, classes, note, noteClasses ?? classes));
        _cuts.Add(span.Start);
        _cuts.Add(span.End);
    }

    /// <summary>Classes say what a mark is and, at the end, whether it differs; those of the note behind it are its own.</summary>
    private readonly record struct Mark(TextSpan Span, string Classes, string? Note, string NoteClasses);
}
