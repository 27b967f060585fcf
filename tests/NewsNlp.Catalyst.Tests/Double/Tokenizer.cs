using System.Text;

namespace Catalyst;

/// <summary>
/// Words between white space, with punctuation marks as tokens of their own. Contractions are replaced by their words, each of
/// which gets one character and the last one the rest; around an emoji a character is lost.
/// </summary>
internal static class Tokenizer
{
    private static readonly Dictionary<string, string[]> Contractions = new(StringComparer.Ordinal)
    {
        ["don't"] = ["do", "not"],
        ["don’t"] = ["do", "not"],
        ["won't"] = ["will", "not"],
        ["can't"] = ["can", "not"],
        ["cannot"] = ["can", "not"],
        ["dont"] = ["do", "not"],
        ["I'm"] = ["I", "am"],
        ["it's"] = ["it", "is"],
        ["she'd've"] = ["she", "would", "have"],
        ["Gov."] = ["Governor"],
    };

    public static void Tokenize(string text, Sentence sentence)
    {
        var start = sentence.Begin;
        while (start <= sentence.End)
        {
            var end = start;
            while (end <= sentence.End && !char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            Chunk(text, start, end, sentence.Tokens);
            start = end + 1;
        }
    }

    private static void Chunk(string text, int start, int end, List<Word> tokens)
    {
        var emoji = start;
        while (emoji < end && !IsEmoji(text, emoji))
        {
            emoji++;
        }

        if (emoji == end)
        {
            Plain(text, start, end, tokens);
            return;
        }

        // Behind a punctuation mark the emoji loses its first half; else the word before it loses its last letter.
        var isMark = emoji > start && char.IsPunctuation(text[emoji - 1]);
        Plain(text, start, isMark || emoji - start < 2 ? emoji : emoji - 1, tokens);
        Add(text, isMark ? emoji + 1 : emoji, emoji + 2, tokens);
        Chunk(text, emoji + 2, end, tokens);
    }

    private static void Plain(string text, int start, int end, List<Word> tokens)
    {
        var first = start;
        while (first < end && char.IsPunctuation(text[first]))
        {
            Add(text, first, first + 1, tokens);
            first++;
        }

        var last = end;
        while (last > first && char.IsPunctuation(text[last - 1]) && !Contractions.ContainsKey(text[first..last]))
        {
            last--;
        }

        if (last > first)
        {
            Middle(text, first, last, tokens);
        }

        for (var mark = last; mark < end; mark++)
        {
            Add(text, mark, mark + 1, tokens);
        }
    }

    private static void Middle(string text, int start, int end, List<Word> tokens)
    {
        if (!Contractions.TryGetValue(text[start..end], out var words))
        {
            Add(text, start, end, tokens);
            return;
        }

        for (var i = 0; i < words.Length; i++)
        {
            Add(text, start + i, i == words.Length - 1 ? end : start + i + 1, tokens, words[i]);
        }
    }

    private static void Add(string text, int start, int end, List<Word> tokens, string? replacement = null)
    {
        if (end > start)
        {
            tokens.Add(new Word(text, start, end - 1, tokens.Count, replacement));
        }
    }

    private static bool IsEmoji(string text, int index) =>
        Rune.TryGetRuneAt(text, index, out var rune) && rune.Value >= 0x1F000 && rune.Utf16SequenceLength == 2;
}
