using NewsNlp.Lexicons;

namespace NewsNlp.Training.Coreference;

/// <summary>How many pronouns that annotators explain were taken for a mention of the right entity.</summary>
internal sealed class AntecedentScore
{
    private readonly Dictionary<Group, (int Right, int All)> _counts = [];

    public enum Group
    {
        /// <summary>Forms of he and she.</summary>
        HeOrShe,

        /// <summary>Forms of it.</summary>
        It,

        /// <summary>Forms of they, and all others.</summary>
        Others,
    }

    /// <summary>The share that is right, in per cent; 0 where there are none.</summary>
    public double this[Group group] => _counts.TryGetValue(group, out var counts) ? 100.0 * counts.Right / counts.All : 0;

    public void Add(IEnumerable<PronounExample> examples)
    {
        foreach (var example in examples.Where(example => example.HasEntity))
        {
            var group = example.Gender switch
            {
                Gender.Male or Gender.Female => Group.HeOrShe,
                Gender.Neuter => Group.It,
                _ => Group.Others,
            };
            var (right, all) = _counts.GetValueOrDefault(group);
            _counts[group] = (right + (example.Pick >= 0 && example.IsRight[example.Pick] ? 1 : 0), all + 1);
        }
    }

    public override string ToString() =>
        string.Join(", ", Enum.GetValues<Group>().Select(group => $"{group} {this[group]:0.0} % of {_counts.GetValueOrDefault(group).All}"));
}
