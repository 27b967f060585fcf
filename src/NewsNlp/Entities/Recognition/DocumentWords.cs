using NewsNlp.Documents.Layers;
using NewsNlp.Features;
using NewsNlp.Threading;

namespace NewsNlp.Entities.Recognition;

/// <summary>
/// The different spellings of a document, each read once. Index 0 stands for what lies beyond a sentence. Rented and
/// reused, not safe for threads.
/// </summary>
internal sealed class DocumentWords
{
    private const int KeptWords = 16 * 1024;

    private readonly HashSlots _spellings = new();
    private readonly HashSlots _lowers = new();
    private readonly RecentWords _recent = new();
    private WordTraits[] _traits = new WordTraits[512];
    private int[] _words = new int[1024];

    /// <summary>How many spellings there are, the one for the outside included.</summary>
    public int Count { get; private set; }

    /// <summary>How many there are when case is ignored, the one for the outside included.</summary>
    public int LowerCount => _lowers.Count;

    /// <summary>The traits of a spelling.</summary>
    public ref readonly WordTraits this[int word] => ref _traits[word];

    /// <summary>A hash of a spelling, the same in every document.</summary>
    public ulong KeyOf(int word) => _spellings[word];

    /// <summary>The spelling of a token.</summary>
    public int WordOf(int token) => _words[token];

    /// <summary>Reads a document.</summary>
    public void Read(ReadOnlySpan<char> text, TokenLayer tokens, WordClusters clusters, LexiconPhrases phrases, CancellationToken cancellationToken = default)
    {
        if (_traits.Length > KeptWords) _traits = new WordTraits[KeptWords];
        if (_words.Length < tokens.Count || _words.Length > 16 * KeptWords) _words = InterruptibleMemory.Allocate<int>(Math.Max(tokens.Count, 1024));
        _recent.Begin(clusters, phrases);
        _spellings.Clear();
        _lowers.Clear();
        AddOutside();
        for (int token = 0; token < tokens.Count; token++)
        {
            var characters = text.Slice(tokens.Starts[token], tokens.Lengths[token]);
            if (CancellationPace.IsDue(token, 4096, characters.Length)) cancellationToken.ThrowIfCancellationRequested();
            ulong key = WordReader.Key(characters);
            int word = _spellings.Add(key, out bool added);
            if (added) AddWord(word, key, characters);
            _words[token] = word;
        }

        Count = _spellings.Count;
    }

    private void AddOutside()
    {
        const ulong Outside = 0x6F757473;
        int word = _spellings.Add(Outside, out _);
        _traits[word] = new WordTraits { Exact = Outside, Lower = Outside, Shape = Outside, LowerIndex = _lowers.Add(Outside, out _) };
    }

    private void AddWord(int word, ulong key, ReadOnlySpan<char> characters)
    {
        if (word == _traits.Length) Array.Resize(ref _traits, 2 * word);
        ref var traits = ref _traits[word];
        traits = _recent.Of(key, characters);
        traits.LowerIndex = _lowers.Add(traits.Lower, out _);
    }
}
