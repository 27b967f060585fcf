using NewsNlp.Documents;
using NewsNlp.Documents.Layers;
using NewsNlp.Threading;

namespace NewsNlp.Entities.Values;

/// <summary>Numbers side by side count nothing: a telephone's (<c>0800 555 111</c>), a police reference (<c>5226 118 204</c>).</summary>
internal static class PhoneNumbers
{
    private const int CancellationInterval = 256;

    // So many numbers side by side are one of another kind; two, where the first one begins with a zero.
    private const int LongestCount = 3;

    /// <summary>Copies values, in order, without such cardinals.</summary>
    public static void LeaveOut(ReadOnlySpan<char> text, TokenLayer tokens, ReadOnlySpan<FoundMention> values, InterruptibleList<FoundMention> kept, CancellationToken cancellationToken)
    {
        for (int i = 0; i < values.Length;)
        {
            int end = EndOfRun(text, tokens, values, i, cancellationToken);
            if (end - i >= LongestCount || (end - i > 1 && text[tokens.Starts[values[i].FirstToken]] == '0'))
            {
                i = end;
                continue;
            }

            for (; i < end; i++) kept.Add(values[i]);
        }
    }

    /// <summary>Behind the numbers of digits that stand side by side; behind the value where it is none.</summary>
    private static int EndOfRun(ReadOnlySpan<char> text, TokenLayer tokens, ReadOnlySpan<FoundMention> values, int first, CancellationToken cancellationToken)
    {
        int end = first;
        do
        {
            if (end % CancellationInterval == 0) cancellationToken.ThrowIfCancellationRequested();
            end++;
        }
        while (end < values.Length && values[end].FirstToken == values[end - 1].EndToken && IsDigits(text, tokens, values[end - 1]) && IsDigits(text, tokens, values[end]));

        return end;
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
