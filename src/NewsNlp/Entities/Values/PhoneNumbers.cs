using NewsNlp.Documents;
using NewsNlp.Documents.Layers;

namespace NewsNlp.Entities.Values;

/// <summary>Numbers side by side count nothing: a telephone's (<c>0800 555 111</c>), a police reference (<c>5226 118 204</c>).</summary>
internal static class PhoneNumbers
{
    private const int CancellationInterval = 256;

    /// <summary>Copies values, in order, without such cardinals.</summary>
    public static void LeaveOut(ReadOnlySpan<char> text, TokenLayer tokens, ReadOnlySpan<FoundMention> values, MentionBuffer kept, CancellationToken cancellationToken)
    {
        for (int i = 0; i < values.Length;)
        {
            if (i % CancellationInterval == 0) cancellationToken.ThrowIfCancellationRequested();
            int end = i + 1;
            if (IsDigits(text, tokens, values[i]))
            {
                while (end < values.Length && values[end].FirstToken == values[end - 1].EndToken && IsDigits(text, tokens, values[end])) end++;
            }

            bool isPhone = end - i >= 3 || (end - i >= 2 && text[tokens.Starts[values[i].FirstToken]] == '0');
            for (; i < end; i++)
            {
                if (!isPhone) kept.Add(values[i]);
            }
        }
    }

    private static bool IsDigits(ReadOnlySpan<char> text, TokenLayer tokens, FoundMention value)
    {
        if (value.TokenCount != 1 || value.Label != EntityLabel.Cardinal || tokens.Lengths[value.FirstToken] < 3) return false;
        foreach (char c in text.Slice(tokens.Starts[value.FirstToken], tokens.Lengths[value.FirstToken]))
        {
            if (!char.IsAsciiDigit(c)) return false;
        }

        return true;
    }
}
