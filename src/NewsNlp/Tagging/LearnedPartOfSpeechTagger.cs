using NewsNlp.Documents;
using NewsNlp.Models;
using NewsNlp.Threading;

namespace NewsNlp.Tagging;

/// <summary>
/// Tags parts of speech with a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over words,
/// affixes, shapes, word clusters and the tags that frequent words had in training.
/// </summary>
/// <remarks>Results are the same on every processor. Sentences of more than 512 tokens are tagged piece by piece.</remarks>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public sealed class LearnedPartOfSpeechTagger : IPartOfSpeechTagger
{
    /// <summary>The labels of the chain are the members of <see cref="Upos"/> in their order.</summary>
    internal const int Labels = (int)Upos.VERB + 1;

    private const int LongestPiece = 512;

    private readonly TaggerLexicon _lexicon;
    private readonly LinearChainModel _chain;
    private readonly WorkspacePool<TaggerWorkspace> _workspaces = new(() => new TaggerWorkspace());

    /// <summary>Makes a tagger.</summary>
    /// <param name="model">The model to work from.</param>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> is null.</exception>
    /// <exception cref="ModelFormatException">The model has no tagger, or one that this library does not read.</exception>
    public LearnedPartOfSpeechTagger(NlpModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var reader = model.Open(ModelSection.Tagger);
        _lexicon = TaggerLexicon.Read(model, reader);
        _chain = LinearChainModel.Read(reader);
        reader.End();
        if (_chain.LabelCount != Labels) throw reader.Damaged($"it has {_chain.LabelCount} labels instead of {Labels}");
    }

    /// <inheritdoc/>
    public void Tag(Sentence sentence, Span<Upos> tags)
    {
        var workspace = _workspaces.Rent();
        int count = sentence.TokenCount;
        for (int start = 0; start < count; start += LongestPiece)
        {
            int length = Math.Min(LongestPiece, count - start);
            workspace.Begin(sentence, start, length, _lexicon);
            Tag(workspace, tags.Slice(start, length));
        }
        _workspaces.Return(workspace);
    }

    private void Tag(TaggerWorkspace workspace, Span<Upos> tags)
    {
        Span<uint> features = stackalloc uint[2 * TaggerFeatures.Most];
        workspace.Chain.Begin(_chain, tags.Length);
        for (int i = 0; i < tags.Length; i++)
            _chain.Table.Accumulate(features[..workspace.Features(i, features)], workspace.Chain.Emissions(i));
        _chain.Decode(workspace.Chain, System.Runtime.InteropServices.MemoryMarshal.AsBytes(tags), out _);
    }
}
