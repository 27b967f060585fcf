using NewsNlp.Quotations.Roles;

namespace NewsNlp.Training.Quotations.Roles;

/// <summary>The words that have rows of their own in the role network: those that are not rare.</summary>
internal sealed class RoleVocabulary
{
    private const int LeastCount = 8;

    private readonly Dictionary<uint, int> _rows;

    private RoleVocabulary(uint[] keys)
    {
        Keys = keys;
        _rows = keys.Select((key, place) => (key, place)).ToDictionary(word => word.key, word => word.place + 1);
    }

    /// <summary>The words' keys, in ascending order: the row of the first is 1.</summary>
    public IReadOnlyList<uint> Keys { get; }

    /// <summary>The words of sentences.</summary>
    public static RoleVocabulary Of(IEnumerable<RoleSentence> sentences) => new(
        [.. sentences.SelectMany(sentence => sentence.Keys).CountBy(key => key).Where(word => word.Value >= LeastCount)
            .Select(word => word.Key).Order()]);

    /// <summary>The row of a word.</summary>
    public int RowOf(uint key) => _rows.GetValueOrDefault(key, RoleInputs.UnknownWord);
}
