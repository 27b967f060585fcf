using System.Runtime.InteropServices;
using NewsNlp.Quotations.Contents;
using NewsNlp.Quotations.Reading;
using NewsNlp.Threading;

namespace NewsNlp.Quotations.Shapes;

/// <summary>What is done to all of an article's attributions, and ends early where the article's reading is to end.</summary>
internal static class AttributionLists
{
    /// <summary>Brings attributions into the order of their cues.</summary>
    public static void SortByCue(ArticleReader article, List<Attribution> attributions) => InterruptibleSort.Sort(
        CollectionsMarshal.AsSpan(attributions), static (one, other) => one.Cue.CompareTo(other.Cue), article.CancellationToken);

    /// <summary>Takes out those that match.</summary>
    public static void RemoveAll(ArticleReader article, List<Attribution> attributions, Predicate<Attribution> match)
    {
        var steps = 0;
        attributions.RemoveAll(attribution =>
        {
            article.Look(steps++);
            return match(attribution);
        });
    }
}
