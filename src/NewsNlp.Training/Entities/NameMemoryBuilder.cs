using NewsNlp.Entities.Recognition;
using NewsNlp.Models;
using NewsNlp.Training.Packing;

namespace NewsNlp.Training.Entities;

/// <summary>Counts what some articles say of names, and writes it as the library's <see cref="NameMemory"/>.</summary>
internal sealed class NameMemoryBuilder(int kinds)
{
    /// <summary>Names of more words are not remembered.</summary>
    private const int LongestName = 8;

    // Mentions of each kind, then occurrences.
    private readonly SortedDictionary<ulong, int[]> _counts = [];

    /// <summary>Counts in some articles.</summary>
    /// <param name="articles">The articles.</param>
    /// <param name="features">What reads their words.</param>
    /// <param name="scheme">Which labels there are.</param>
    public static NameMemoryBuilder Count(IReadOnlyCollection<EntityArticle> articles, EntityFeatures features, LabelScheme scheme)
    {
        var memory = new NameMemoryBuilder(scheme.Labels.Count);
        foreach (var article in articles)
        {
            features.Begin(article.Document);
            memory.AddMentions(article, features.Words);
        }

        foreach (var article in articles)
        {
            features.Begin(article.Document);
            foreach (var sentence in article.Document.Sentences)
                memory.AddOccurrences(features.Words, sentence.FirstToken, sentence.FirstToken + sentence.TokenCount);
        }

        return memory;
    }

    /// <summary>Writes what was counted.</summary>
    public void Write(SectionWriter writer) => LexiconTableWriter.Write(
        writer, _counts.Select(pair => KeyValuePair.Create(pair.Key, NameMemory.Pack(pair.Value.AsSpan(0, kinds), pair.Value[kinds]))), NameMemory.EntryBytes(kinds));

    /// <summary>The memory as the library will use it.</summary>
    public NameMemory ToMemory()
    {
        var writer = new SectionWriter();
        Write(writer);
        return NameMemory.Read(new SectionReader(ModelMemory.CopyOf(writer.ToArray()), "name memory"), kinds);
    }

    private void AddMentions(EntityArticle article, DocumentWords words)
    {
        var sentences = article.Document.SentenceLayer;
        for (int first = 0, end; first < article.Labels.Length; first = end)
        {
            end = first + 1;
            if (!ChainLabels.Starts(article.Labels[first])) continue;
            while (!ChainLabels.Ends(article.Labels[end - 1])) end++;
            int kind = ChainLabels.KindOf(article.Labels[first]);
            int sentence = article.SentenceOf[first], sentenceFirst = sentences.FirstTokens[sentence];
            Add(NameMemory.Role.Whole, CandidateEvidence.HashOf(words, first, end), kind);
            Add(NameMemory.Role.Before, Word(words, first - 1, sentenceFirst, first), kind);
            Add(NameMemory.Role.Behind, Word(words, end, end, sentenceFirst + sentences.TokenCounts[sentence]), kind);
            if (end - first == 1) continue;
            Add(NameMemory.Role.Last, Word(words, end - 1, first, end), kind);
            Add(NameMemory.Role.First, Word(words, first, first, end), kind);
        }
    }

    /// <summary>The words of a sentence where a mention might be; only those are counted that some mention has.</summary>
    private void AddOccurrences(DocumentWords words, int first, int end)
    {
        for (int token = first; token < end; token++)
        {
            ref readonly var word = ref words[words.WordOf(token)];
            bool capital = word.IsCapitalized;
            for (int last = token; last < Math.Min(end, token + LongestName); last++)
            {
                if (word.IsSignal || words[words.WordOf(last)].IsCapitalized)
                    Add(NameMemory.Role.Whole, CandidateEvidence.HashOf(words, token, last + 1));
            }

            if (!capital) continue;
            Add(NameMemory.Role.Last, word.Lower);
            Add(NameMemory.Role.First, word.Lower);
            if (!IsCapitalized(words, token - 1, first, end)) Add(NameMemory.Role.Before, Word(words, token - 1, first, end));
            if (!IsCapitalized(words, token + 1, first, end)) Add(NameMemory.Role.Behind, Word(words, token + 1, first, end));
        }
    }

    private static bool IsCapitalized(DocumentWords words, int token, int first, int end) =>
        words[token >= first && token < end ? words.WordOf(token) : 0].IsCapitalized;

    private static ulong Word(DocumentWords words, int token, int first, int end) =>
        words[token >= first && token < end ? words.WordOf(token) : 0].Lower;

    private void Add(NameMemory.Role role, ulong hash, int kind)
    {
        ulong key = NameMemory.Key(role, hash);
        if (!_counts.TryGetValue(key, out int[]? counts)) _counts[key] = counts = new int[kinds + 1];
        counts[kind]++;
    }

    private void Add(NameMemory.Role role, ulong hash)
    {
        if (_counts.TryGetValue(NameMemory.Key(role, hash), out int[]? counts)) counts[kinds]++;
    }
}
