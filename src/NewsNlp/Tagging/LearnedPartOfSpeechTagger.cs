using NewsNlp.Documents;
using NewsNlp.Models;
using NewsNlp.Threading;

namespace NewsNlp.Tagging;

/// <summary>
/// Tags parts of speech in two passes of a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001). The
/// first one sees words, affixes, shapes, word clusters and the tags that words had in training and in untagged news; the
/// second one also how words combine, and the tags that the first one gave all around.
/// </summary>
/// <remarks>
/// Results are the same on every processor. Sentences of more than 512 tokens are tagged piece by piece. Where the first
/// pass leaves no doubt, the second one adds nothing to it.
/// </remarks>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public sealed class LearnedPartOfSpeechTagger : IPartOfSpeechTagger
{
    /// <summary>The labels of the chain are the members of <see cref="Upos"/> in their order.</summary>
    internal const int Labels = (int)Upos.VERB + 1;

    private readonly TaggerScores _scores;
    private readonly WorkspacePool<TaggerWorkspace> _workspaces;

    /// <summary>Makes a tagger.</summary>
    /// <param name="model">The model to work from.</param>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> is null.</exception>
    /// <exception cref="ModelFormatException">The model has no tagger, or one that this library does not read.</exception>
    public LearnedPartOfSpeechTagger(NlpModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var reader = model.Open(ModelSection.Tagger);
        var lexicon = TaggerLexicon.Read(model, reader);
        _scores = new TaggerScores(Read(reader), Read(reader));
        reader.End();
        _workspaces = new(() => new TaggerWorkspace(lexicon, _scores));
    }

    /// <summary>A tagger that is being trained.</summary>
    internal LearnedPartOfSpeechTagger(TaggerLexicon lexicon, TaggerScores scores)
    {
        _scores = scores;
        _workspaces = new(() => new TaggerWorkspace(lexicon, scores));
    }

    /// <inheritdoc/>
    public void Tag(Sentence sentence, Span<Upos> tags) => Tag(sentence, tags, CancellationToken.None);

    /// <summary>Tags a sentence that may be as long as a text, and looks at cancellation in between.</summary>
    internal void Tag(Sentence sentence, Span<Upos> tags, CancellationToken cancellationToken)
    {
        var workspace = _workspaces.Rent();
        int count = sentence.TokenCount;
        for (int start = 0; start < count; start += TagLattice.LongestSequence)
        {
            int length = Math.Min(TagLattice.LongestSequence, count - start);
            workspace.Begin(sentence, start, length, cancellationToken);
            workspace.First(_scores);
            workspace.Second(_scores, tags.Slice(start, length));
        }
        _workspaces.Return(workspace);
    }

    private static LinearChainModel Read(SectionReader reader)
    {
        var chain = LinearChainModel.Read(reader);
        return chain.LabelCount == Labels ? chain : throw reader.Damaged($"it has {chain.LabelCount} labels instead of {Labels}");
    }
}
