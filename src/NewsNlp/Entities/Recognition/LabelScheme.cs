using NewsNlp.Documents;
using NewsNlp.Models;

namespace NewsNlp.Entities.Recognition;

/// <summary>Which labels a model gives, and where it looks for them.</summary>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
internal sealed class LabelScheme
{
    /// <summary>The most labels: each takes four of the chain's, a bit of 64 each, and one for what is outside.</summary>
    public const int MostLabels = 15;

    private static readonly string[] Parts = ["B-", "I-", "E-", "S-"];

    public LabelScheme(IReadOnlyList<EntityLabel> labels, bool searchesWholeSentences = false)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(labels.Count, MostLabels, nameof(labels));
        ArgumentOutOfRangeException.ThrowIfZero(labels.Count, nameof(labels));
        (Labels, SearchesWholeSentences) = (labels, searchesWholeSentences);
        ChainNames = ["O", .. labels.SelectMany(label => Parts.Select(part => part + label.Name))];
    }

    /// <summary>The scheme of news articles, which models without a scheme of their own have.</summary>
    public static LabelScheme News { get; } = new(ChainLabels.Kinds);

    /// <summary>The labels, in the order of the chain's.</summary>
    public IReadOnlyList<EntityLabel> Labels { get; }

    /// <summary>Whether mentions may stand in lower case, so that all of a sentence is looked at and not only what is near capitals and digits.</summary>
    public bool SearchesWholeSentences { get; }

    /// <summary>The names of the chain's labels, as in <c>B-Person</c>.</summary>
    public IReadOnlyList<string> ChainNames { get; }

    /// <summary>How many labels the chain has.</summary>
    public int ChainCount => ChainNames.Count;

    /// <summary>The place of a label; -1 for one that the scheme lacks.</summary>
    public int IndexOf(EntityLabel label)
    {
        for (int i = 0; i < Labels.Count; i++)
        {
            if (Labels[i] == label) return i;
        }

        return -1;
    }

    /// <summary>The next stretch of a sentence to look for mentions in.</summary>
    public bool NextStretch(
        DocumentWords words, int from, int sentenceEnd, out int first, out int end, CancellationToken cancellationToken = default)
    {
        if (!SearchesWholeSentences) return NameStretches.Next(words, from, sentenceEnd, out first, out end, cancellationToken);
        (first, end) = (from, Math.Min(sentenceEnd, from + NameStretches.Longest));
        return from < sentenceEnd;
    }

    /// <summary>The scheme of a model.</summary>
    /// <exception cref="ModelFormatException">The model has one that cannot be right.</exception>
    public static LabelScheme Of(NlpModel model)
    {
        if (!model.Has(ModelSection.EntityLabels)) return News;
        var reader = model.Open(ModelSection.EntityLabels);
        var labels = new EntityLabel[reader.Int32(1, MostLabels, "the number of labels")];
        for (int i = 0; i < labels.Length; i++)
        {
            string name = reader.Text();
            if (string.IsNullOrWhiteSpace(name) || name != name.Trim()) throw reader.Damaged("a label is empty or has white space at an end");
            labels[i] = new EntityLabel(name);
        }

        bool searchesWholeSentences = reader.Int32(0, 1, "where to look") == 1;
        reader.End();
        return new LabelScheme(labels, searchesWholeSentences);
    }
}
