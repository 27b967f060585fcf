using Mosaik.Core;

namespace Catalyst;

public interface IDocument : IEnumerable<Span>
{
    string Value { get; }

    Language Language { get; }

    IEnumerable<Span> Spans { get; }
}
