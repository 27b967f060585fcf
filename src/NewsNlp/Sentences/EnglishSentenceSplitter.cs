using NewsNlp.Documents;
using NewsNlp.Documents.Sinks;
using NewsNlp.Models;

namespace NewsNlp.Sentences;

/// <summary>
/// Splits English text into sentences by a learned model: at each place where a sentence could end (a period, a closing
/// mark behind one, a line break …) a linear classifier looks at the words around it.
/// </summary>
/// <remarks>
/// A blank line always ends a sentence. Where the document has blocks, no sentence crosses one, and the tokens of credits and
/// furniture lie in no sentence. The time is linear in the length of the text.
/// </remarks>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public sealed class EnglishSentenceSplitter : ISentenceSplitter
{
    private readonly LinearClassifier _classifier;

    /// <summary>Makes a splitter.</summary>
    /// <param name="model">Where the classifier comes from; null for the model that comes with the library.</param>
    /// <exception cref="ModelFormatException">The model has no sentence classifier that this library can use.</exception>
    public EnglishSentenceSplitter(NlpModel? model = null)
    {
        var reader = (model ?? NlpModel.Default).Open(ModelSection.Sentences);
        _classifier = LinearClassifier.Read(reader);
        reader.End();
        if (_classifier.LabelCount != 1)
        {
            throw reader.Damaged($"the classifier has {_classifier.LabelCount} labels instead of 1");
        }
    }

    internal EnglishSentenceSplitter(LinearClassifier classifier) => _classifier = classifier;

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException">The document has no tokens.</exception>
    public void Split(Document document, SentenceSink sink)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(sink);
        Span<uint> features = stackalloc uint[BoundaryFeatures.Most];
        var decider = new ClassifierDecider(_classifier);
        var tokens = document.TokenLayer;
        var walker = new BoundaryWalker(new SentenceText(document.Text, tokens), features);
        if (!document.Has(Layer.Blocks))
        {
            Split(ref walker, 0, tokens.Count, ref decider, sink);
            return;
        }

        var first = 0;
        foreach (var block in document.Blocks)
        {
            var end = first;
            while (end < tokens.Count && tokens.Starts[end] < block.Span.End)
            {
                end++;
            }

            if (block.Kind is not (BlockKind.Credit or BlockKind.Furniture))
            {
                Split(ref walker, first, end, ref decider, sink);
            }

            first = end;
        }
    }

    private static void Split(ref BoundaryWalker walker, int first, int end, ref ClassifierDecider decider, SentenceSink sink)
    {
        while (first < end)
        {
            var next = walker.EndOfSentence(first, end, ref decider);
            sink.Add(first, next - first);
            first = next;
        }
    }

    private readonly struct ClassifierDecider(LinearClassifier classifier) : IBoundaryDecider
    {
        public bool IsBoundary(int token, ReadOnlySpan<uint> features) => classifier.Score(features) > 0;
    }
}
