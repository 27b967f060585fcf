namespace NewsNlp.Training.Data;

/// <summary>
/// The words of an expression that name what it means, in a tree of Universal Dependencies: its head, and what stands in apposition to the
/// head or makes one name with it ("minister", "Sergei" and "Lavrov" of "the minister, Sergei Lavrov").
/// </summary>
internal static class NamingWords
{
    /// <summary>Whether a word with this relation names the same as the word that it depends on.</summary>
    public static bool IsTied(string relation) => relation.Split(':')[0] is "appos" or "flat";

    /// <summary>The naming words among those from <paramref name="first"/> up to, not including, <paramref name="end"/>.</summary>
    /// <param name="first">The first word.</param>
    /// <param name="end">The word behind the last.</param>
    /// <param name="headOf">The word that a word depends on; -1 for none.</param>
    /// <param name="isTied">Whether a word's relation is one of <see cref="IsTied"/>.</param>
    public static IEnumerable<int> Of(int first, int end, Func<int, int> headOf, Func<int, bool> isTied) =>
        Enumerable.Range(first, end - first).Where(word => Names(word, first, end, headOf, isTied));

    private static bool Names(int word, int first, int end, Func<int, int> headOf, Func<int, bool> isTied)
    {
        // A tree that is damaged may go round in a circle.
        for (int steps = 0; steps < end - first; steps++)
        {
            int head = headOf(word);
            if (head < first || head >= end) return true;
            if (!isTied(word)) return false;
            word = head;
        }

        return false;
    }
}
