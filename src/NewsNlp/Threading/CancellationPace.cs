namespace NewsNlp.Threading;

/// <summary>When work that goes word by word looks at the cancellation token: now and then, and at each word that is as long as many.</summary>
internal static class CancellationPace
{
    private const int LongWord = 4096;

    /// <summary>Whether a look is due.</summary>
    /// <param name="step">How many words came before.</param>
    /// <param name="interval">How many words of ordinary length come between two looks.</param>
    /// <param name="length">The word's length in UTF-16 code units.</param>
    public static bool IsDue(int step, int interval, int length) => step % interval == 0 || length > LongWord;
}
