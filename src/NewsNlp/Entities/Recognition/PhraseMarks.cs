using NewsNlp.Features;
using NewsNlp.Threading;

namespace NewsNlp.Entities.Recognition;

/// <summary>
/// Which gazetteers know the phrases that a token is part of: three bits a gazetteer, 0 for none, 1 for the token alone, 2 to 4
/// for the first, a middle and the last token of a phrase. Rented and reused, not safe for threads.
/// </summary>
internal sealed class PhraseMarks
{
    /// <summary>The bits of a mark.</summary>
    public const int MarkBits = 3;

    private const int LongestPhrase = 6;
    private const ulong Alone = 1;
    private const ulong First = 2;
    private const ulong Middle = 3;
    private const ulong Last = 4;

    private ulong[] _marks = new ulong[1024];

    /// <summary>The marks of a token.</summary>
    public ulong this[int token] => _marks[token];

    /// <summary>Makes room for the tokens of a document, all without marks.</summary>
    public void Begin(int tokenCount, CancellationToken cancellationToken = default)
    {
        if (_marks.Length < tokenCount || _marks.Length > 256 * 1024) _marks = InterruptibleMemory.Allocate<ulong>(Math.Max(tokenCount, 1024));
        InterruptibleMemory.Fill(_marks.AsSpan(0, tokenCount), 0UL, cancellationToken);
    }

    /// <summary>Marks the phrases of a sentence.</summary>
    public void Read(DocumentWords words, LexiconPhrases phrases, int first, int end, CancellationToken cancellationToken = default)
    {
        for (int token = first; token < end; token++)
        {
            if ((token - first) % 1024 == 1023) cancellationToken.ThrowIfCancellationRequested();
            ref readonly var traits = ref words[words.WordOf(token)];
            uint node = traits.PhraseNode;
            if (node == 0) continue;
            Mark(token, 1, LexiconPhrases.Gazetteers(node));
            ulong state = LexiconPhrases.Step(LexiconPhrases.Root, traits.Exact);
            for (int length = 2; length <= LongestPhrase && token + length <= end && LexiconPhrases.HasNext(node); length++)
            {
                state = LexiconPhrases.Step(state, words[words.WordOf(token + length - 1)].Exact);
                node = phrases.Node(state);
                if (LexiconPhrases.Gazetteers(node) != 0) Mark(token, length, LexiconPhrases.Gazetteers(node));
            }
        }
    }

    // The marks of longer phrases replace those of shorter ones.
    private void Mark(int token, int length, uint gazetteers)
    {
        for (; gazetteers != 0; gazetteers &= gazetteers - 1)
        {
            int shift = MarkBits * System.Numerics.BitOperations.TrailingZeroCount(gazetteers);
            for (int i = 0; i < length; i++)
            {
                ulong mark = length == 1 ? Alone : i == 0 ? First : i == length - 1 ? Last : Middle;
                ref ulong marks = ref _marks[token + i];
                if (length > 1 || (marks >> shift & 7) == 0) marks = marks & ~(7UL << shift) | mark << shift;
            }
        }
    }
}
