using System.Collections.Immutable;
using NewsNlp.Features;

namespace NewsNlp.Models;

/// <summary>
/// A kind of section in a model file. A stage asks its model for a section by one of these; to add a kind, add a line
/// here and to <see cref="All"/>. Identifiers are never given twice.
/// </summary>
/// <param name="Id">What the file's table holds.</param>
/// <param name="Name">For people.</param>
/// <param name="Version">The version of the section's layout; raise it with every change of what the reader expects.</param>
/// <param name="Features">The version of the features that its weights belong to; raise it when features change.</param>
internal sealed record ModelSection(int Id, string Name, int Version, int Features)
{
    public static readonly ModelSection Metadata = new(1, "metadata", 1, 0);
    public static readonly ModelSection WordClusters = new(2, "word-clusters", 1, 1);
    public static readonly ModelSection Gazetteers = new(3, "gazetteers", 1, 1);
    public static readonly ModelSection Sentences = new(4, "sentences", 2, 4);
    public static readonly ModelSection Tagger = new(5, "tagger", 2, 3);
    public static readonly ModelSection Lemmatizer = new(6, "lemmatizer", 1, 1);
    public static readonly ModelSection Entities = new(7, "entities", 3, 3);
    public static readonly ModelSection QuoteCues = new(8, "quote-cues", 2, 2);
    public static readonly ModelSection QuoteContents = new(9, "quote-contents", 1, 3);
    public static readonly ModelSection QuoteAcceptance = new(10, "quote-acceptance", 2, 3);

    /// <summary>The entity labels of a model that has others than the embedded one.</summary>
    public static readonly ModelSection EntityLabels = new(11, "entity-labels", 1, 0);

    public static readonly ModelSection Antecedents = new(12, "antecedents", 1, 1);
    public static readonly ModelSection QuoteRoles = new(13, "quote-roles", 1, 1);

    /// <summary>Every kind of section this library knows.</summary>
    public static readonly ImmutableArray<ModelSection> All =
    [
        Metadata, WordClusters, Gazetteers, Sentences, Tagger, Lemmatizer, Entities, QuoteCues, QuoteContents, QuoteAcceptance,
        EntityLabels, Antecedents, QuoteRoles,
    ];

    /// <summary>What the file's table must hold beside the version: the features that the weights were trained for.</summary>
    public ulong Fingerprint => FeatureHash.Combine((ulong)FeatureHash.Version, (ulong)Features);

    /// <summary>The kind with an identifier, or null for one of a later library.</summary>
    public static ModelSection? Find(int id)
    {
        foreach (var section in All)
        {
            if (section.Id == id) return section;
        }

        return null;
    }
}
