using NewsNlp.Quotations.Marks;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Roles;

/// <summary>
/// What the role network sees of a token: for each of its tables, which row. Training and inference share this class. The word
/// itself is told by <see cref="KeyOf"/>, since which words have rows is learned.
/// </summary>
internal static class RoleInputs
{
    /// <summary>How many tables there are. The first is that of words.</summary>
    public const int Count = 10;

    /// <summary>How many of them, the first ones, have many rows.</summary>
    public const int LargeTables = 6;

    /// <summary>The row, in the table of words, of those that have none.</summary>
    public const int UnknownWord = 0;

    // What is known of a token's place to quotation marks.
    private const int InQuotation = 1, OpensQuotation = 2, ClosesQuotation = 4;

    // What is added to a word's shape.
    private const int Nested = 8, OpensParagraph = 16;

    /// <summary>By what a token's word is found in the table of words.</summary>
    public static uint KeyOf(ArticleReader article, int token) => (uint)(article.Forms[token] >> 32);

    /// <summary>Sets the rows of a token in all tables but that of words, which stays as it is.</summary>
    /// <param name="article">The article.</param>
    /// <param name="quotations">Its quotations.</param>
    /// <param name="token">A token that lies in a sentence.</param>
    /// <param name="rows">Takes <see cref="Count"/> numbers.</param>
    public static void Read(ArticleReader article, QuotationFinder quotations, int token, Span<int> rows)
    {
        ref readonly var clusters = ref article.Clusters[token];
        var start = article.SentenceStarts[article.Sentences[token]];
        rows[1] = (int)article.Classes[token];
        rows[2] = clusters.A1;
        rows[3] = clusters.A2;
        rows[4] = clusters.B1;
        rows[5] = clusters.B2;
        rows[6] = article.Groups[token];
        rows[7] = article.Entities[token];
        rows[8] = PlaceOf(quotations, token);
        rows[9] = ShapeOf(article.Form(token)) + (quotations.Nested[token] ? Nested : 0) + (article.OpensParagraph(start) ? OpensParagraph : 0);
    }

    private static int PlaceOf(QuotationFinder quotations, int token) => quotations.Of[token] < 0
        ? 0
        : InQuotation + (quotations.Opens(token) ? OpensQuotation : 0) + (quotations.Closes(token) ? ClosesQuotation : 0);

    // By the first code units: small letters, capitals, a capital, a digit, something else.
    private static int ShapeOf(ReadOnlySpan<char> form)
    {
        var first = form[0];
        return char.IsLower(first) ? 0
            : char.IsUpper(first) ? form.Length > 1 && char.IsUpper(form[1]) ? 1 : 2
            : char.IsDigit(first) ? 3
            : 4;
    }
}
