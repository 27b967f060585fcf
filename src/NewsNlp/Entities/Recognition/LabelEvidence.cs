using NewsNlp.Documents.Layers;

namespace NewsNlp.Entities.Recognition;

/// <summary>
/// What a first pass made of the tokens of a document: for every spelling (case ignored) how often it was labelled as which
/// kind where it is capitalized. Rented and reused, not safe for threads.
/// </summary>
internal sealed class LabelEvidence
{
    private const int KeptEntries = 16 * 1024;

    /// <summary>The kinds, and outside.</summary>
    private static readonly int Width = ChainLabels.Kinds.Count + 1;

    private byte[] _labels = [];
    private ushort[] _counts = [];

    /// <summary>The label of a token.</summary>
    public byte this[int token] => _labels[token];

    /// <summary>Collects the labels; <paramref name="labels"/> has one for each token and must not change afterwards.</summary>
    public void Read(DocumentWords words, SentenceLayer sentences, byte[] labels)
    {
        _labels = labels;
        int length = words.LowerCount * Width;
        if (_counts.Length < length || _counts.Length > KeptEntries * Width) _counts = new ushort[Math.Max(length, 1024)];
        else Array.Clear(_counts, 0, length);
        for (int i = 0; i < sentences.FirstTokens.Length; i++)
        {
            int end = sentences.FirstTokens[i] + sentences.TokenCounts[i];
            for (int token = sentences.FirstTokens[i]; token < end; token++)
            {
                ref readonly var traits = ref words[words.WordOf(token)];
                if (!traits.IsCapitalized) continue;
                ref ushort count = ref _counts[traits.LowerIndex * Width + ChainLabels.KindOf(labels[token]) + 1];
                if (count < ushort.MaxValue) count++;
            }
        }
    }

    /// <summary>
    /// The kind (plus one; 0 for outside) that most other occurrences of a token's spelling have, and how clear that is: 0 for no
    /// other occurrence, 1 for a tie or less than two thirds, 2 for more, 3 for all of at least three.
    /// </summary>
    public (int Kind, int Clarity) OfOthers(in WordTraits traits, int token)
    {
        var counts = _counts.AsSpan(traits.LowerIndex * Width, Width);
        int own = ChainLabels.KindOf(_labels[token]) + 1, best = 0, most = 0, all = 0;
        for (int kind = 0; kind < counts.Length; kind++)
        {
            int count = counts[kind] - (kind == own && counts[kind] > 0 ? 1 : 0);
            all += count;
            if (count > most) (best, most) = (kind, count);
        }

        return (best, all == 0 ? 0 : most == all && all >= 3 ? 3 : 3 * most > 2 * all ? 2 : 1);
    }
}
