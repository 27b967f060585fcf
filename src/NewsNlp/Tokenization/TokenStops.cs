using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NewsNlp.Tokenization;

/// <summary>
/// Which tokens of a text a sentence may end behind, noted by the tokenizer, which has seen their characters: those that end in a
/// sign that can end a sentence or have a line break behind them, and some others.
/// </summary>
/// <threadsafety>For one thread at a time.</threadsafety>
internal sealed class TokenStops
{
    private const int WordBits = 64;
    private const int Written = 8;

    private ulong[] _words = [];

    /// <summary>How many tokens it knows of; a bit each.</summary>
    public int Count { get; private set; }

    /// <summary>How long a list for the tokens of <paramref name="words"/> words of bits must be.</summary>
    public static int Room(int words) => (words * WordBits) + Written;

    /// <summary>Forgets all tokens.</summary>
    public void Clear() => Count = 0;

    /// <summary>Makes room for some tokens more and for eight bytes behind them.</summary>
    /// <returns>The first byte of all; what is behind the bits of the tokens known may be anything.</returns>
    public ref byte Reserve(int count)
    {
        var words = ((Count + count) / WordBits) + 2;
        if (_words.Length < words)
        {
            Array.Resize(ref _words, Math.Max(words, 2 * _words.Length));
        }

        return ref Unsafe.As<ulong, byte>(ref MemoryMarshal.GetArrayDataReference(_words));
    }

    /// <summary>Counts tokens whose bits were written where <see cref="Reserve"/> said.</summary>
    public void Commit(int count) => Count += count;

    /// <summary>Notes tokens of which nothing is known, and the one before them: between them may be a line break.</summary>
    /// <param name="first">The first of them.</param>
    /// <param name="end">The index behind the last.</param>
    public void AddAll(int first, int end)
    {
        if (first > 0)
        {
            Set(first - 1);
        }

        for (var token = first; token < end; token++)
        {
            Reserve(1);
            ref var word = ref _words[Count / WordBits];
            var bit = Count % WordBits;
            word = (bit == 0 ? 0 : word) | (1UL << bit);
            Count++;
        }
    }

    /// <summary>Notes a token that was added before.</summary>
    public void Set(int token) => _words[token / WordBits] |= 1UL << (token % WordBits);

    /// <summary>Lists the noted tokens of some words of bits.</summary>
    /// <param name="from">The first word.</param>
    /// <param name="to">The word behind the last.</param>
    /// <param name="tokens">Takes them; at least <see cref="Room"/> long.</param>
    /// <returns>How many they are.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int List(int from, int to, Span<int> tokens)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(tokens.Length, Room(to - from));
        ref var list = ref MemoryMarshal.GetReference(tokens);
        var count = 0;
        for (var i = from; i < to; i++)
        {
            var word = _words[i];
            var end = count + BitOperations.PopCount(word);

            // Writing a few without looking whether they are there costs less than a branch for each.
            do
            {
                for (var j = 0; j < Written; j++)
                {
                    Unsafe.Add(ref list, count + j) = (i * WordBits) + BitOperations.TrailingZeroCount(word);
                    word &= word - 1;
                }

                count += Written;
            }
            while (count < end);
            count = end;
        }

        return count;
    }

    /// <summary>How many words of bits there are.</summary>
    public int Words => (Count + WordBits - 1) / WordBits;
}
