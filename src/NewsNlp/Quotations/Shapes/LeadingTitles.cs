using NewsNlp.Quotations.Contents;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Shapes;

/// <summary>A title that leads up to the source ("Mayor Ines Okoro") is a part of its name, never what it says.</summary>
internal static class LeadingTitles
{
    /// <summary>Takes out attributions whose whole content is the noun phrase right before their source.</summary>
    public static void Remove(ArticleReader article, List<Attribution> attributions) =>
        AttributionLists.RemoveAll(article, attributions, attribution => attribution is { Source.Count: 1, Content.Count: 1 }
            && attribution.Content[0].End == attribution.Source[0].First
            && Addressees.IsNounPhrase(article, attribution.Content[0]));
}
