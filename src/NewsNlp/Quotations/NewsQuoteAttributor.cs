using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NewsNlp.Documents;
using NewsNlp.Documents.Sinks;
using NewsNlp.Models;
using NewsNlp.Quotations.Contents;
using NewsNlp.Quotations.Cues;
using NewsNlp.Quotations.Reading;
using NewsNlp.Threading;

namespace NewsNlp.Quotations;

/// <summary>
/// Finds who said, thought or showed what in news: direct quotes, indirect ones and mixtures, with the cue, the source in
/// the text's own words and the content, each with a confidence.
/// </summary>
/// <remarks>
/// <para>
/// A conditional random field finds the cues (reporting verbs and their chains, nouns, "according to", colons), another one
/// finds each cue's source and content in a row of units in which a quotation counts as one (Lafferty, McCallum and Pereira
/// 2001), a reranker picks among the best labellings, and boosted trees over a logistic model accept what is likely enough. Both
/// of the last are told what a small recurrent network says of the tokens of sentences with a cue (gated recurrent units in both
/// directions, Cho et al. 2014; integers, so that it says the same on every processor): its errors are others. All
/// are trained on PolNeAR (Newell, Margolin and Ruths 2018), whose conventions the spans follow: quotation marks belong to the content, the
/// period that ends a sentence does not belong to indirect content, auxiliaries and negation belong to the cue.
/// </para>
/// <para>
/// Parts of speech, lemmas and entity mentions are used where the document has them; without them fewer quotes are found.
/// Nothing is found in furniture and in credits that stand alone, which hold no sentences. Work grows linearly with the text.
/// </para>
/// </remarks>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public sealed class NewsQuoteAttributor : IQuoteAttributor, IRequiresLayers
{
    private readonly QuoteModels _models;
    private readonly WorkspacePool<QuoteWorkspace> _workspaces;

    /// <summary>Makes an attributor.</summary>
    /// <param name="model">The model to work from.</param>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> is null.</exception>
    /// <exception cref="ModelFormatException">The model has no quote models, or ones that this library does not read.</exception>
    public NewsQuoteAttributor(NlpModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        _models = QuoteModels.Read(model);
        _workspaces = new WorkspacePool<QuoteWorkspace>(() => new QuoteWorkspace(_models));
    }

    /// <inheritdoc/>
    public IReadOnlyCollection<Layer> Requires => [Layer.Tokens, Layer.Sentences];

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException">The document has no tokens or no sentences.</exception>
    public void Attribute(Document document, QuoteSink sink)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(sink);
        var workspace = _workspaces.Rent();
        workspace.Attribute(document, sink.CancellationToken);
        foreach (var attribution in workspace.Accepted)
        {
            Add(workspace, attribution, sink);
        }

        Return(workspace);
    }

    /// <summary>Tells why each quote of a document is found, in the order of their cues.</summary>
    /// <remarks>It looks for the quotes anew, so it costs as much as finding them; the document may have its quotes already.</remarks>
    /// <param name="document">A document with tokens and sentences, and with the other layers that its quotes were found with.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The document has no tokens or no sentences.</exception>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    public ImmutableArray<QuoteExplanation> Explain(Document document, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        var workspace = _workspaces.Rent();
        workspace.Attribute(document, cancellationToken);
        ImmutableArray<QuoteExplanation> explanations = [.. workspace.Accepted.Select(attribution => Explain(workspace, attribution))];
        Return(workspace);
        return explanations;
    }

    private QuoteExplanation Explain(QuoteWorkspace workspace, Attribution attribution)
    {
        var article = workspace.Article;
        const QuoteRules Alone = QuoteRules.SpeakerLabel | QuoteRules.Signature | QuoteRules.SpeakerGoesOn | QuoteRules.TrailingSource;
        var head = attribution.HasCue ? CueHead.Of(article, attribution.Cue) : -1;
        var learned = (attribution.Rules & Alone) == 0;
        return new QuoteExplanation
        {
            Contents = [.. Spans(article, attribution.Content)],
            Source = [.. Spans(article, attribution.Source)],
            Cue = head < 0 ? null : Span(article, new TokenRange(attribution.Cue.First, attribution.Cue.End)),
            CueWord = head < 0 ? null : Span(article, new TokenRange(head, head + 1)),
            CueGroup = head < 0 ? null : _models.Lexicon.NameOf(article.Groups[head]),
            Rules = attribution.Rules,
            IsLearned = learned,
            CueProbability = learned ? attribution.Cue.Probability : 0,
            ContentProbability = learned ? attribution.ContentProbability : 0,
            SourceProbability = learned ? attribution.SourceProbability : 0,
            Confidence = attribution.Confidence,
            Act = QuoteTraits.ActOf(workspace.Quotations, article, _models.Lexicon, attribution),
            Modality = head < 0 ? QuoteModality.Asserted : ModalityReader.Of(article, attribution),
        };
    }

    private void Return(QuoteWorkspace workspace)
    {
        workspace.Release();
        if (workspace.IsWorthKeeping)
        {
            _workspaces.Return(workspace);
        }
    }

    private void Add(QuoteWorkspace workspace, Attribution attribution, QuoteSink sink)
    {
        var article = workspace.Article;
        sink.Add(
            QuoteTraits.KindOf(workspace.Quotations, article, attribution),
            Spans(article, attribution.Content),
            Spans(article, attribution.Source),
            attribution.HasCue ? Span(article, new TokenRange(attribution.Cue.First, attribution.Cue.End)) : null,
            attribution.Confidence,
            QuoteTraits.ActOf(workspace.Quotations, article, _models.Lexicon, attribution),
            attribution.HasCue ? ModalityReader.Of(article, attribution) : QuoteModality.Asserted);
    }

    private static TextSpan[] Spans(ArticleReader article, List<TokenRange> pieces)
    {
        var spans = new TextSpan[pieces.Count];
        var count = 0;
        foreach (var piece in CollectionsMarshal.AsSpan(pieces))
        {
            spans[count++] = Span(article, piece);
        }

        return spans;
    }

    private static TextSpan Span(ArticleReader article, TokenRange range) => TextSpan.FromBounds(
        article.Starts[range.First], article.Starts[range.End - 1] + article.Lengths[range.End - 1]);
}
