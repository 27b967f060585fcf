using NewsNlp.Features;
using NewsNlp.Models;

namespace NewsNlp.Tagging;

/// <summary>What the tagger knows of words beside its weights. Immutable.</summary>
internal sealed record TaggerLexicon(WordClusters Clusters, TagDictionary Dictionary, TagDictionary Usage)
{
    /// <summary>Reads the dictionary from the tagger's section and the clusters from theirs.</summary>
    public static TaggerLexicon Read(NlpModel model, SectionReader tagger) =>
        new(WordClusters.Read(model), TagDictionary.Read(tagger), TagDictionary.Read(tagger));
}
