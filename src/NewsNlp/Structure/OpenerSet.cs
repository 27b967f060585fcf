using System.Collections.Frozen;

namespace NewsNlp.Structure;

/// <summary>Phrases that a line may begin with, without case; the longest that fits wins.</summary>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
internal sealed class OpenerSet
{
    private readonly FrozenDictionary<char, string[]> _byFirst;

    public OpenerSet(IEnumerable<string> phrases) =>
        _byFirst = phrases
            .GroupBy(phrase => char.ToLowerInvariant(phrase[0]))
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(p => p.Length).ToArray());

    /// <summary>The length of the longest phrase that <paramref name="line"/> begins with, at a word's end; 0 where none does.</summary>
    public int Match(ReadOnlySpan<char> line)
    {
        if (line.Length > 0 && _byFirst.TryGetValue(char.ToLowerInvariant(line[0]), out var phrases))
        {
            foreach (var phrase in phrases)
            {
                if (line.StartsWith(phrase, StringComparison.OrdinalIgnoreCase) && EndsWord(line, phrase))
                {
                    return phrase.Length;
                }
            }
        }

        return 0;
    }

    private static bool EndsWord(ReadOnlySpan<char> line, string phrase) =>
        phrase.Length == line.Length || !char.IsLetter(phrase[^1]) || !char.IsLetterOrDigit(line[phrase.Length]);
}
