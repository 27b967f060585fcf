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
    private readonly OverlookedNameFinder _overlooked = new();
    private readonly OverlookedBodyFinder _overlookedBodies = new();
    private readonly NameJoiner _joiner = new();
    private readonly NameMender _mender;
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
        _mender = new NameMender(values);
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
    void IMentionFinder.Find(Document document, MentionBuffer mentions, CancellationToken cancellationToken)
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

    private void Find(Document document, Scratch scratch, MentionBuffer mentions, CancellationToken cancellationToken)
    {
        scratch.Learned.Clear();
        scratch.Values.Clear();
        scratch.Dates.Clear();
        scratch.Rules.Clear();
        scratch.Overlooked.Clear();
        scratch.OverlookedBodies.Clear();
        scratch.Finder.Find(document, scratch.Learned, cancellationToken);
        var sentences = document.SentenceLayer;
        for (int i = 0; i < sentences.FirstTokens.Length; i++)
        {
            if (i % 16 == 15) cancellationToken.ThrowIfCancellationRequested();
            _values.Find(
                document.Text, document.TokenLayer, sentences.FirstTokens[i], sentences.TokenCounts[i], scratch.Pieces, scratch.Values,
                cancellationToken);
            _dates.Find(document.Text, scratch.Pieces, scratch.Dates, cancellationToken);
            _overlooked.Find(document.Text, document.TokenLayer, sentences.FirstTokens[i], sentences.TokenCounts[i], scratch.Overlooked);
            _overlookedBodies.Find(document.Text, document.TokenLayer, sentences.FirstTokens[i], sentences.TokenCounts[i], scratch.OverlookedBodies,
                cancellationToken);
        }

        // What a date holds is no count: "two years" in "two years ago".
        scratch.Names.Clear();
        PhoneNumbers.LeaveOut(document.Text, document.TokenLayer, scratch.Values.Items, scratch.Names, cancellationToken);
        Fill(scratch.Dates.Items, scratch.Names.Items, scratch.Rules);
        scratch.Names.Clear();
        cancellationToken.ThrowIfCancellationRequested();
        LeaveOutWordsOfDates(document, scratch.Learned.Items, scratch.Dates.Items, scratch.Names, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        scratch.Joined.Clear();
        _joiner.Join(document, scratch.Names.Items, scratch.Joined, cancellationToken);
        scratch.Names.Clear();
        Fill(scratch.Joined.Items, scratch.Overlooked.Items, scratch.Names);
        cancellationToken.ThrowIfCancellationRequested();
        scratch.Joined.Clear();
        FillOver(scratch.Names.Items, scratch.OverlookedBodies.Items, scratch.Joined);
        cancellationToken.ThrowIfCancellationRequested();
        scratch.Names.Clear();
        scratch.ShortNames.Mend(document, scratch.Joined.Items, scratch.Names, cancellationToken);
        Fill(scratch.Names.Items, scratch.Rules.Items, mentions);
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Of what was learned, all but the "Monday" of "Monday night", which is a part of no name.</summary>
    private void LeaveOutWordsOfDates(Document document, ReadOnlySpan<FoundMention> learned, ReadOnlySpan<FoundMention> dates, MentionBuffer names, CancellationToken cancellationToken)
    {
        int next = 0;
        int steps = 0;
        foreach (var mention in learned)
        {
            if (++steps % 256 == 0) cancellationToken.ThrowIfCancellationRequested();
            while (next < dates.Length && dates[next].EndToken <= mention.FirstToken) next++;
            bool isPart = mention.Label == EntityLabel.Misc && next < dates.Length && dates[next].TokenCount > mention.TokenCount
                && dates[next].FirstToken <= mention.FirstToken && dates[next].EndToken >= mention.EndToken;
            if (!isPart && _mender.Mend(document.Text, document.TokenLayer, mention) is { } mended) names.Add(mended);
        }
    }

    /// <summary>Joins two ordered lists: all that was learned, and of the rest what does not overlap it.</summary>
    private static void Fill(ReadOnlySpan<FoundMention> learned, ReadOnlySpan<FoundMention> values, MentionBuffer mentions)
    {
        int next = 0;
        foreach (var value in values)
        {
            while (next < learned.Length && learned[next].EndToken <= value.FirstToken) mentions.Add(learned[next++]);
            if (next == learned.Length || learned[next].FirstToken >= value.EndToken) mentions.Add(value);
        }

        while (next < learned.Length) mentions.Add(learned[next++]);
    }

    /// <summary>Joins two ordered lists: of the bodies those that overlap nothing of what is known but what lies inside them, and what is known but for that.</summary>
    private static void FillOver(ReadOnlySpan<FoundMention> known, ReadOnlySpan<FoundMention> bodies, MentionBuffer mentions)
    {
        int next = 0;
        foreach (var body in bodies)
        {
            while (next < known.Length && known[next].EndToken <= body.FirstToken) mentions.Add(known[next++]);
            int behind = next;
            while (behind < known.Length && known[behind].FirstToken >= body.FirstToken && known[behind].EndToken <= body.EndToken) behind++;
            if (behind < known.Length && known[behind].FirstToken < body.EndToken) continue;
            if (behind == next + 1 && known[next].TokenCount == body.TokenCount && known[next].Label is var label
                && label != EntityLabel.Person && label != EntityLabel.Location && label != EntityLabel.NORP) continue;
            next = behind;
            mentions.Add(body);
        }

        while (next < known.Length) mentions.Add(known[next++]);
    }

    private void Return(Scratch scratch)
    {
        scratch.Trim();
        _pool.Return(scratch);
    }

    private sealed class Scratch(MentionFinder finder)
    {
        private const int KeptCapacity = 16 * 1024;

        public MentionFinder Finder { get; } = finder;

        public MentionBuffer Learned { get; } = new();

        public MentionBuffer Names { get; } = new();

        public MentionBuffer Overlooked { get; } = new();

        public MentionBuffer OverlookedBodies { get; } = new();

        public MentionBuffer Joined { get; } = new();

        public ShortNames ShortNames { get; } = new();

        public MentionBuffer Values { get; } = new();

        public MentionBuffer Dates { get; } = new();

        public MentionBuffer Rules { get; } = new();

        public MentionBuffer Result { get; } = new();

        public ValuePieceBuffer Pieces { get; } = new();

        public void Trim()
        {
            Learned.Trim(KeptCapacity);
            Names.Trim(KeptCapacity);
            Overlooked.Trim(KeptCapacity);
            OverlookedBodies.Trim(KeptCapacity);
            Joined.Trim(KeptCapacity);
            Values.Trim(KeptCapacity);
            Dates.Trim(KeptCapacity);
            Rules.Trim(KeptCapacity);
            Result.Trim(KeptCapacity);
        }
    }
}
