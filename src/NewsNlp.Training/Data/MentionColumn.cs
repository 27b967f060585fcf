using System.Globalization;

namespace NewsNlp.Training.Data;

/// <summary>An expression that annotators marked: the words from the first up to, not including, the end, and the entity meant.</summary>
internal readonly record struct GoldMention(int First, int End, int Entity);

/// <summary>
/// The coreference column of a document in the formats of the CoNLL-2011 and CoNLL-2012 shared tasks, where a word's cell opens and closes
/// mentions: <c>(3</c>, <c>3)</c>, <c>(3)</c>, several with or without <c>|</c> between them; <c>_</c> or <c>-</c> for none.
/// </summary>
internal sealed class MentionColumn
{
    private readonly Dictionary<int, Stack<int>> _open = [];
    private readonly List<GoldMention> _mentions = [];

    /// <summary>The mentions that have ended, in the order of their ends.</summary>
    public IReadOnlyList<GoldMention> Mentions => _mentions;

    /// <summary>An entity with a mention that has not ended; null for none.</summary>
    public int? Unended => _open.Where(entity => entity.Value.Count > 0).Select(entity => (int?)entity.Key).FirstOrDefault();

    /// <summary>Reads the cell of a word.</summary>
    /// <exception cref="FormatException">The cell is wrong; the message is a sentence.</exception>
    public void Read(string cell, int word)
    {
        for (int i = 0; i < cell.Length;)
        {
            bool opens = cell[i] == '(';
            int start = opens ? i + 1 : i, end = start;
            while (end < cell.Length && char.IsAsciiDigit(cell[end])) end++;
            bool closes = end < cell.Length && cell[end] == ')';
            if (end == start && cell[i] is '_' or '-' or '|')
            {
                i++;
                continue;
            }

            if (end == start || (!opens && !closes)) throw new FormatException($"'{cell}' is no coreference column.");
            int entity = int.Parse(cell.AsSpan(start, end - start), CultureInfo.InvariantCulture);
            if (opens) Opened(entity).Push(word);
            if (closes)
            {
                if (!Opened(entity).TryPop(out int first)) throw new FormatException($"a mention of {entity} ends that did not begin.");
                _mentions.Add(new GoldMention(first, word + 1, entity));
            }

            i = closes ? end + 1 : end;
        }
    }

    private Stack<int> Opened(int entity) => _open.TryGetValue(entity, out var stack) ? stack : _open[entity] = [];
}
