using NewsNlp.Documents;

namespace NewsNlp.Entities;

/// <summary>A mention while it is being found: a run of tokens with a label and a score.</summary>
internal readonly record struct FoundMention(int FirstToken, int TokenCount, EntityLabel Label, float Score)
{
    /// <summary>The index just behind the last token.</summary>
    public int EndToken => FirstToken + TokenCount;
}
