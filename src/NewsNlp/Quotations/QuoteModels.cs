using NewsNlp.Features;
using NewsNlp.Models;
using NewsNlp.Quotations.Acceptance;
using NewsNlp.Quotations.Contents;
using NewsNlp.Quotations.Cues;
using NewsNlp.Quotations.Roles;

namespace NewsNlp.Quotations;

/// <summary>Everything learned or listed that quote attribution works from. Immutable, safe for many threads.</summary>
internal sealed class QuoteModels
{
    private QuoteModels(
        CueLexicon lexicon, WordClusters clusters, LinearChainModel cues, CueGate gate, RoleNetwork roles, LinearChainModel contents,
        ContentReranker reranker, AcceptanceModel acceptance)
    {
        Lexicon = lexicon;
        Clusters = clusters;
        Cues = cues;
        Gate = gate;
        Roles = roles;
        Contents = contents;
        Reranker = reranker;
        Acceptance = acceptance;
    }

    public CueLexicon Lexicon { get; }

    public WordClusters Clusters { get; }

    public LinearChainModel Cues { get; }

    public CueGate Gate { get; }

    public RoleNetwork Roles { get; }

    public LinearChainModel Contents { get; }

    public ContentReranker Reranker { get; }

    public AcceptanceModel Acceptance { get; }

    /// <summary>Reads the models of quote attribution from a model file.</summary>
    /// <exception cref="ModelFormatException">The file lacks one, or one cannot be right.</exception>
    public static QuoteModels Read(NlpModel model)
    {
        var clusters = WordClusters.Read(model);
        var reader = model.Open(ModelSection.QuoteCues);
        var cues = ReadChain(reader, CueTagger.LabelCount);
        var gate = CueGate.Read(reader);
        reader.End();
        reader = model.Open(ModelSection.QuoteRoles);
        var roles = RoleNetwork.Read(reader);
        reader.End();
        reader = model.Open(ModelSection.QuoteContents);
        var contents = ReadChain(reader, ContentLabels.Count);
        var reranker = ContentReranker.Read(reader);
        reader.End();
        reader = model.Open(ModelSection.QuoteAcceptance);
        var acceptance = AcceptanceModel.Read(reader);
        reader.End();
        return new QuoteModels(CueLexicon.Load(), clusters, cues, gate, roles, contents, reranker, acceptance);
    }

    private static LinearChainModel ReadChain(SectionReader reader, int labels)
    {
        var chain = LinearChainModel.Read(reader);
        return chain.LabelCount == labels
            ? chain
            : throw reader.Damaged($"it has {chain.LabelCount} labels instead of {labels}");
    }
}
