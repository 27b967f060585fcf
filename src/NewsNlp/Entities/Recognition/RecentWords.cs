using NewsNlp.Features;

namespace NewsNlp.Entities.Recognition;

/// <summary>The traits of frequent words, kept from document to document. Reused, not safe for threads.</summary>
internal sealed class RecentWords
{
    private const int Sets = 4096;

    private readonly RecentHashes _places = new(Sets);
    private readonly WordTraits[] _traits;
    private WordClusters? _clusters;
    private LexiconPhrases? _phrases;

    public RecentWords() => _traits = new WordTraits[_places.Count];

    /// <summary>Says where traits come from from now on.</summary>
    public void Begin(WordClusters clusters, LexiconPhrases phrases)
    {
        if (clusters == _clusters && phrases == _phrases) return;
        (_clusters, _phrases) = (clusters, phrases);
        _places.Clear();
    }

    /// <summary>The traits of a spelling, good until the next call; <see cref="WordTraits.LowerIndex"/> has no meaning.</summary>
    /// <param name="key">The spelling's <see cref="WordReader.Key"/>.</param>
    /// <param name="characters">The spelling.</param>
    public ref readonly WordTraits Of(ulong key, ReadOnlySpan<char> characters)
    {
        int place = _places.Find(key);
        if (place < 0)
        {
            place = _places.Add(key);
            Read(characters, ref _traits[place]);
        }

        return ref _traits[place];
    }

    private void Read(ReadOnlySpan<char> characters, ref WordTraits traits)
    {
        WordReader.Read(characters, ref traits);
        var classes = _clusters!.Find(traits.Lower);
        traits.Clusters[0] = classes.A0;
        traits.Clusters[1] = classes.A1;
        traits.Clusters[2] = classes.B0;
        traits.Clusters[3] = classes.B1;
        (traits.FineA, traits.FineB) = (classes.A2, classes.B2);
        traits.Rank = classes.Rank;
        traits.PhraseNode = _phrases!.Node(LexiconPhrases.Step(LexiconPhrases.Root, traits.Exact));
    }
}
