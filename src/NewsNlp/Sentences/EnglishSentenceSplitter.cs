using NewsNlp.Documents;
using NewsNlp.Documents.Sinks;
using NewsNlp.Models;
using NewsNlp.Threading;
using NewsNlp.Tokenization;

namespace NewsNlp.Sentences;

/// <summary>
/// Splits English text into sentences by a learned model: at each place where a sentence could end (a period, a closing
/// mark behind one, a line break …) a linear classifier looks at the words around it.
/// </summary>
/// <remarks>
/// A blank line always ends a sentence. Where the document has blocks, no sentence crosses one, and the tokens of
/// furniture lie in no sentence, nor do those of credits that stand by themselves; a credit behind a caption is a sentence of
/// its own. No sentence has more than 4,096 tokens: a longer stretch without an end is cut. The time is linear in the length of the text.
/// </remarks>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public sealed class EnglishSentenceSplitter : ISentenceSplitter
{
    // A buffer that served a larger text is dropped instead of kept.
    private const int LongestTextToKeep = 1 << 20;

    private readonly GapTable _table;
    private readonly BoundaryClassifier _classifier;
    private readonly WorkspacePool<SentenceBuffer> _buffers = new(() => new SentenceBuffer());

    /// <summary>Makes a splitter.</summary>
    /// <param name="model">Where the classifier comes from; null for the model that comes with the library.</param>
    /// <exception cref="ModelFormatException">The model has no sentence classifier that this library can use.</exception>
    public EnglishSentenceSplitter(NlpModel? model = null)
    {
        var reader = (model ?? NlpModel.Default).Open(ModelSection.Sentences);
        _table = GapTable.Read(reader);
        _classifier = BoundaryClassifier.Read(reader);
        reader.End();
    }

    internal EnglishSentenceSplitter(GapTable table, BoundaryClassifier classifier) => (_table, _classifier) = (table, classifier);

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException">The document has no tokens.</exception>
    public void Split(Document document, SentenceSink sink)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(sink);
        var tokens = document.TokenLayer;
        var buffer = _buffers.Rent();
        buffer.CancellationToken = sink.CancellationToken;
        var text = GapFinder.Find(
            new SentenceText(document.Text, tokens.Starts, tokens.Lengths, tokens.Kinds), buffer, table: _table, cancellationToken: sink.CancellationToken);
        var walker = new BoundaryWalker(text, buffer, sink.CancellationToken);
        var decider = new ModelDecider(_table, _classifier, text);
        if (document.Has(Layer.Blocks))
        {
            SplitBlocks(document, ref walker, ref decider, buffer, sink);
        }
        else
        {
            walker.Split(0, tokens.Count, ref decider);
            Pass(buffer, 0, sink);
        }

        if (document.Text.Length <= LongestTextToKeep)
        {
            buffer.CancellationToken = default;
            _buffers.Return(buffer);
        }
    }

    /// <summary>Splits a text without a document. Nothing is allocated once the buffer is large enough.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">The tokens of that text, and of nothing else.</param>
    /// <param name="sentences">Takes the sentences; what it holds is lost.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The tokens end beyond the text.</exception>
    public void Split(ReadOnlySpan<char> text, TokenBuffer tokens, SentenceBuffer sentences)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(sentences);
        var count = tokens.Count;
        if (count > 0 && tokens.Starts[count - 1] + tokens.Lengths[count - 1] > text.Length)
        {
            throw new ArgumentException($"The tokens end beyond the text of {text.Length} UTF-16 code units; give the text that they were found in.", nameof(tokens));
        }

        var words = GapFinder.Find(new SentenceText(text, tokens.Starts, tokens.Lengths, tokens.Kinds), sentences, tokens.AskForStops(), _table);
        var walker = new BoundaryWalker(words, sentences);
        var decider = new ModelDecider(_table, _classifier, words);
        walker.Split(0, count, ref decider);
    }

    private static void SplitBlocks(Document document, ref BoundaryWalker walker, ref ModelDecider decider, SentenceBuffer buffer, SentenceSink sink)
    {
        var tokens = document.TokenLayer;
        var first = 0;
        Block? before = null;
        foreach (var block in document.Blocks)
        {
            var end = Array.BinarySearch(tokens.Starts, first, tokens.Count - first, block.Span.End);
            end = end < 0 ? ~end : end;

            if (block.Kind != BlockKind.Furniture && (block.Kind != BlockKind.Credit || IsOfCaption(document.Text, before, block)))
            {
                buffer.ClearSentences();
                walker.Split(first, end, ref decider);
                Pass(buffer, first, sink);
            }

            first = end;
            before = block;
        }
    }

    /// <summary>Whether a credit stands behind text on its line, or on the line below a caption: then it is read with it.</summary>
    private static bool IsOfCaption(string text, Block? before, Block credit)
    {
        if (before is not { } block || block.Kind is BlockKind.Furniture or BlockKind.Credit)
        {
            return false;
        }

        var breaks = SentenceText.LineBreaks(text.AsSpan(block.Span.End, credit.Span.Start - block.Span.End));
        return breaks == 0 || (breaks == 1 && block.Kind == BlockKind.Caption);
    }

    /// <summary>Passes on the sentences of a region.</summary>
    private static void Pass(SentenceBuffer buffer, int first, SentenceSink sink)
    {
        foreach (var end in buffer.Ends)
        {
            sink.Add(first, end - first);
            first = end;
        }
    }

    private readonly ref struct ModelDecider(GapTable table, BoundaryClassifier classifier, SentenceText text) : IBoundaryDecider
    {
        private readonly GapTable _table = table;
        private readonly SentenceText _text = text;

        public Boundary Look(Gap gap) => GapTable.IsFor(in _text, gap) ? _table.Look(in _text, gap) : Boundary.Perhaps;

        public bool IsBoundary(Gap gap, ReadOnlySpan<uint> features) => classifier.IsBoundary(features);
    }
}
