using System.Collections;
using Mosaik.Core;

namespace Catalyst;

public sealed class Document : IDocument
{
    public Document(string text, Language language)
    {
        Value = string.IsNullOrWhiteSpace(text) ? "" : string.Concat(text.Where(c => !char.IsControl(c)));
        Language = language;
    }

    public string Value { get; }

    public Language Language { get; }

    public IEnumerable<Span> Spans => Sentences.Select(sentence => new Span(sentence));

    internal List<Sentence> Sentences { get; } = [];

    public IEnumerator<Span> GetEnumerator() => Spans.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
