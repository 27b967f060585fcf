namespace NewsNlp.Documents;

/// <summary>What a part of the page is.</summary>
public enum BlockKind : byte
{
    /// <summary>Running text.</summary>
    Paragraph,

    /// <summary>The article's title.</summary>
    Headline,

    /// <summary>A heading inside the article, or a line under the headline.</summary>
    Subheading,

    /// <summary>Who wrote it: <c>By Ann Lee</c>.</summary>
    Byline,

    /// <summary>Where, when and for which agency: <c>LONDON (AP) —</c>.</summary>
    Dateline,

    /// <summary>The text under a picture.</summary>
    Caption,

    /// <summary>Whose picture it is: <c>Image source, Reuters</c>. Holds sentences only where it goes with a caption: behind text on its line, or on the line below.</summary>
    Credit,

    /// <summary>What belongs to the page and not to the article: <c>Related topics</c>. Holds no sentences.</summary>
    Furniture,
}
