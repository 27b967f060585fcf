using NewsNlp.Features;
using NewsNlp.Models;

namespace NewsNlp.Entities.Recognition;

/// <summary>
/// What the training articles say of names, of their first and last words and of the words beside them: how many mentions of each
/// kind, and how often the words occur at all. Counts are kept in 16 steps.
/// </summary>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
internal sealed class NameMemory
{
    private const int StepBits = 4;
    private const int StepMask = (1 << StepBits) - 1;

    // The lowest count of each step.
    private static readonly int[] Counts = [0, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 256];

    private readonly LexiconTable _entries;

    private readonly int _kinds;

    private NameMemory(SectionReader reader, int kinds) => (_entries, _kinds) = (LexiconTable.Read(reader), kinds);

    /// <summary>What a hash stands for.</summary>
    public enum Role
    {
        /// <summary>All words of a mention.</summary>
        Whole = 1,

        /// <summary>The last word of a mention of several.</summary>
        Last,

        /// <summary>The first word of a mention of several.</summary>
        First,

        /// <summary>The word before a mention.</summary>
        Before,

        /// <summary>The word behind a mention.</summary>
        Behind,
    }

    /// <summary>Reads a memory; the reader stands behind it when this returns.</summary>
    /// <exception cref="ModelFormatException">The content cannot be right.</exception>
    /// <param name="reader">The reader.</param>
    /// <param name="kinds">How many kinds of mentions there are.</param>
    public static NameMemory Read(SectionReader reader, int kinds) => new(reader, kinds);

    /// <summary>How many bytes an entry takes: half of one for each kind and for the occurrences.</summary>
    public static int EntryBytes(int kinds) => (kinds + 2) / 2;

    /// <summary>What is remembered; nothing where there is no entry.</summary>
    public Entry Of(Role role, ulong hash) => _entries.TryGet(Key(role, hash), out ulong steps) ? new Entry(steps, _kinds) : default;

    /// <summary>The key of an entry.</summary>
    internal static ulong Key(Role role, ulong hash) => FeatureHash.Combine((ulong)role, hash);

    /// <summary>The entry of some counts.</summary>
    /// <param name="mentions">Mentions of each kind, by their place in <see cref="LabelScheme.Labels"/>.</param>
    /// <param name="occurrences">How often the words occur at all.</param>
    internal static ulong Pack(ReadOnlySpan<int> mentions, int occurrences)
    {
        ulong steps = 0;
        for (int kind = 0; kind < mentions.Length; kind++) steps |= StepOf(mentions[kind]) << (StepBits * kind);
        return steps | StepOf(occurrences) << (StepBits * mentions.Length);
    }

    private static ulong StepOf(int count)
    {
        int step = Counts.Length - 1;
        while (Counts[step] > count) step--;
        return (ulong)step;
    }

    /// <summary>Counts of some words, each the lowest of its step.</summary>
    public readonly struct Entry(ulong steps, int kinds)
    {
        /// <summary>How many mentions of a kind there were.</summary>
        public int Mentions(int kind) => Counts[(int)(steps >> (StepBits * kind)) & StepMask];

        /// <summary>How often the words occurred, as mentions or not.</summary>
        public int Occurrences => Mentions(kinds);

        /// <summary>Whether nothing is remembered.</summary>
        public bool IsEmpty => steps == 0;
    }
}
