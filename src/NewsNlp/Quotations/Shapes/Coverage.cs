using NewsNlp.Quotations.Contents;
using NewsNlp.Quotations.Marks;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Shapes;

/// <summary>Which quotations are in the content of an attribution.</summary>
internal sealed class Coverage
{
    private bool[] _covered = [];

    /// <summary>Starts anew from the attributions of an article.</summary>
    public void Begin(ArticleReader article, QuotationFinder quotations, List<Attribution> attributions)
    {
        var count = quotations.Quotations.Count;
        if (_covered.Length < count)
        {
            _covered = new bool[Math.Max(count, 2 * _covered.Length)];
        }

        Array.Clear(_covered, 0, count);
        for (var i = 0; i < attributions.Count; i++)
        {
            article.Look(i);
            foreach (var piece in attributions[i].Content)
            {
                for (var q = FirstIn(quotations, piece.First); q < count && quotations.Quotations[q].End <= piece.End; q++)
                {
                    _covered[q] = true;
                }
            }
        }
    }

    public bool this[int quotation]
    {
        get => _covered[quotation];
        set => _covered[quotation] = value;
    }

    /// <summary>The first quotation that begins at a token or behind it.</summary>
    public static int FirstIn(QuotationFinder quotations, int token)
    {
        int low = 0, high = quotations.Quotations.Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = quotations.Quotations[middle].First < token ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
