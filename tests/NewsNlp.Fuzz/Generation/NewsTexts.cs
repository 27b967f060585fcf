namespace NewsNlp.Fuzz.Generation;

/// <summary>News of any length, to compare other texts with.</summary>
public static class NewsTexts
{
    /// <summary>Articles one after the other, and again from the first.</summary>
    /// <param name="length">The length in UTF-16 code units.</param>
    public static string Make(int length)
    {
        string articles = string.Concat(Fragments.Articles.Select(article => article + "\n\n"));
        return string.Concat(Enumerable.Repeat(articles, length / articles.Length + 1))[..length];
    }
}
