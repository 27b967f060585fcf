using System.Collections.Frozen;
using NewsNlp.Documents;
using NewsNlp.Features;
using NewsNlp.Lexicons;

namespace NewsNlp.Quotations.Cues;

/// <summary>
/// The reporting words: for a dictionary form and a part of speech the group of words that report alike, and what a quote
/// with such a cue is. Immutable; one instance serves all threads.
/// </summary>
internal sealed class CueLexicon
{
    private readonly FrozenDictionary<ulong, byte> _verbs;
    private readonly FrozenDictionary<ulong, byte> _nouns;
    private readonly FrozenDictionary<ulong, byte> _adjectives;
    private readonly QuoteAct[] _acts;
    private readonly string?[] _names;

    private CueLexicon(IEnumerable<string> lines)
    {
        Dictionary<ulong, byte> verbs = [], nouns = [], adjectives = [];
        List<QuoteAct> acts = [QuoteAct.Speech];
        List<string?> names = [null];
        foreach (var line in lines)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var head = line[..colon].Split(' ');
            var words = head[0].StartsWith("noun", StringComparison.Ordinal) ? nouns
                : head[0].StartsWith("adjective", StringComparison.Ordinal) ? adjectives
                : verbs;
            var group = (byte)acts.Count;
            names.Add(head[0]);
            acts.Add(Enum.Parse<QuoteAct>(head[1], ignoreCase: true));
            foreach (var word in line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                words.Add(WordHash.Plain(word), group);
            }
        }

        _verbs = verbs.ToFrozenDictionary();
        _nouns = nouns.ToFrozenDictionary();
        _adjectives = adjectives.ToFrozenDictionary();
        _acts = [.. acts];
        _names = [.. names];
    }

    /// <summary>Reads the lexicon that the library brings.</summary>
    public static CueLexicon Load() => new(EmbeddedLines.Read("Quotations/Resources/cue-lexicon.txt"));

    /// <summary>Reads a lexicon: a line is "group act: forms"; "#" starts a comment.</summary>
    public static CueLexicon Parse(string text) => new(text.Split('\n', StringSplitOptions.TrimEntries));

    /// <summary>The number of the word's group, from 1; 0 for a word that does not report.</summary>
    /// <param name="lemma">The hash of its dictionary form, see <see cref="WordHash.Plain(ReadOnlySpan{char})"/>.</param>
    /// <param name="tag">Its part of speech; <see cref="Upos.X"/> where that is unknown.</param>
    public byte GroupOf(ulong lemma, Upos tag) => tag switch
    {
        Upos.VERB or Upos.AUX => _verbs.GetValueOrDefault(lemma),
        Upos.NOUN => _nouns.GetValueOrDefault(lemma),
        Upos.ADJ or Upos.ADV => _adjectives.GetValueOrDefault(lemma),
        Upos.X => _verbs.TryGetValue(lemma, out var group) ? group : _nouns.GetValueOrDefault(lemma),
        _ => 0,
    };

    /// <summary>The name of a group; null for group 0.</summary>
    public string? NameOf(byte group) => _names[group];

    /// <summary>What a quote is whose cue is of this group; speech for group 0.</summary>
    public QuoteAct ActOf(byte group) => _acts[group];
}
