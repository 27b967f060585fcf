using NewsNlp.Documents;
using NewsNlp.Documents.Sinks;
using NewsNlp.Entities.Corrections;
using NewsNlp.Entities.Recognition;
using NewsNlp.Entities.Values;
using NewsNlp.Features;
using NewsNlp.Models;
using NewsNlp.Threading;

namespace NewsNlp.Entities;

/// <summary>
/// Finds names, dates and sums of money with a linear-chain conditional random field, whose candidates are judged again by what
/// the whole document says of their words, and names behind titles, times, percentages, quantities, ordinals and cardinals by rules,
/// which fill what the model leaves free. A mention's score is the probability that it is right, span and label; 1 for what rules found.
/// </summary>
/// <threadsafety>Immutable; scratch is rented for each call.</threadsafety>
public sealed class EnglishEntityRecognizer : IEntityRecognizer, IMentionFinder
{
    private readonly ValueEntityFinder _values;
    private readonly RelativeDateFinder _dates = new();
    private readonly NameCorrections _corrections;
    private readonly WorkspacePool<Scratch> _pool;

    /// <summary>Creates a recognizer from a model.</summary>
    /// <param name="model">Where the weights and the name lists come from.</param>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> is null.</exception>
    /// <exception cref="ModelFormatException">The model lacks a section that it needs, or one is damaged.</exception>
    public EnglishEntityRecognizer(NlpModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var clusters = WordClusters.Read(model);
        var phrases = LexiconPhrases.Read(model);
        var read = ReadModel(model);
        var values = ValueVocabulary.Read();
        _values = new ValueEntityFinder(values);
        _corrections = new NameCorrections(values);
        _pool = new WorkspacePool<Scratch>(() => new Scratch(new MentionFinder(clusters, phrases, read)));
    }

    /// <inheritdoc/>
    public void Recognize(Document document, EntityMentionSink sink)
    {
        var scratch = _pool.Rent();
        scratch.Result.Clear();
        Find(document, scratch, scratch.Result, sink.CancellationToken);
        foreach (var mention in scratch.Result.Items) sink.Add(mention.FirstToken, mention.TokenCount, mention.Label, mention.Score);
        Return(scratch);
    }

    /// <inheritdoc/>
    void IMentionFinder.Find(Document document, InterruptibleList<FoundMention> mentions, CancellationToken cancellationToken)
    {
        var scratch = _pool.Rent();
        Find(document, scratch, mentions, cancellationToken);
        Return(scratch);
    }

    private static MentionModel ReadModel(NlpModel model)
    {
        var reader = model.Open(ModelSection.Entities);
        var read = MentionModel.Read(reader, LabelScheme.Of(model));
        reader.End();
        return read;
    }

    private void Find(Document document, Scratch scratch, InterruptibleList<FoundMention> mentions, CancellationToken cancellationToken)
    {
        scratch.SetToken(cancellationToken);
        scratch.Learned.Clear();
        scratch.Finder.Find(document, scratch.Learned, cancellationToken);
        FindRules(document, scratch, cancellationToken);
        scratch.Names.Clear();
        _corrections.Correct(document, scratch.Learned.Items, scratch.Dates.Items, scratch.Corrections, scratch.Names, cancellationToken);
        MentionLists.Fill(scratch.Names.Items, scratch.Rules.Items, mentions, cancellationToken);
    }

    private void FindRules(Document document, Scratch scratch, CancellationToken cancellationToken)
    {
        scratch.Values.Clear();
        scratch.Dates.Clear();
        var sentences = document.SentenceLayer;
        for (int i = 0; i < sentences.FirstTokens.Length; i++)
        {
            if (i % 16 == 15) cancellationToken.ThrowIfCancellationRequested();
            _values.Find(
                document.Text, document.TokenLayer, sentences.FirstTokens[i], sentences.TokenCounts[i], scratch.Pieces, scratch.Values,
                cancellationToken);
            _dates.Find(document.Text, scratch.Pieces, scratch.Dates, cancellationToken);
        }

        // What a date holds is no count: "two years" in "two years ago".
        scratch.Counts.Clear();
        PhoneNumbers.LeaveOut(document.Text, document.TokenLayer, scratch.Values.Items, scratch.Counts, cancellationToken);
        scratch.Rules.Clear();
        MentionLists.Fill(scratch.Dates.Items, scratch.Counts.Items, scratch.Rules, cancellationToken);
    }

    private void Return(Scratch scratch)
    {
        scratch.SetToken(default);
        scratch.Trim();
        _pool.Return(scratch);
    }

    private sealed class Scratch(MentionFinder finder)
    {
        private const int KeptCapacity = 16 * 1024;

        public MentionFinder Finder { get; } = finder;

        public InterruptibleList<FoundMention> Learned { get; } = new();

        public InterruptibleList<FoundMention> Names { get; } = new();

        public CorrectionScratch Corrections { get; } = new();

        public InterruptibleList<FoundMention> Values { get; } = new();

        public InterruptibleList<FoundMention> Counts { get; } = new();

        public InterruptibleList<FoundMention> Dates { get; } = new();

        public InterruptibleList<FoundMention> Rules { get; } = new();

        public InterruptibleList<FoundMention> Result { get; } = new();

        public ValuePieceBuffer Pieces { get; } = new();

        public void SetToken(CancellationToken cancellationToken)
        {
            foreach (var buffer in (ReadOnlySpan<InterruptibleList<FoundMention>>)[Learned, Names, Values, Counts, Dates, Rules, Result]) buffer.CancellationToken = cancellationToken;
            Corrections.SetToken(cancellationToken);
        }

        public void Trim()
        {
            Learned.Trim(KeptCapacity);
            Names.Trim(KeptCapacity);
            Corrections.Trim(KeptCapacity);
            Values.Trim(KeptCapacity);
            Counts.Trim(KeptCapacity);
            Dates.Trim(KeptCapacity);
            Rules.Trim(KeptCapacity);
            Result.Trim(KeptCapacity);
        }
    }
}
