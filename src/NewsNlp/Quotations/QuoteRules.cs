namespace NewsNlp.Quotations;

/// <summary>The rules that had a part in a quote, see <see cref="QuoteExplanation"/>; none where the learned models alone found it.</summary>
[Flags]
public enum QuoteRules
{
    /// <summary>The learned models alone.</summary>
    None = 0,

    /// <summary>Whoever was told stood where the content was expected; the clause before the source is the content.</summary>
    AddresseeReplaced = 1,

    /// <summary>Paragraphs that open with a mark and do not close it belong to one speech: pieces of content were added.</summary>
    SpeechOverParagraphs = 2,

    /// <summary>A line begins with a speaker's name and a colon.</summary>
    SpeakerLabel = 4,

    /// <summary>A name behind a dash signs a quotation or a post.</summary>
    Signature = 8,

    /// <summary>A quotation that stands alone behind the words of one speaker: the speaker goes on.</summary>
    SpeakerGoesOn = 16,

    /// <summary>A sentence that ends with who said it, which another cue had taken for its own content.</summary>
    TrailingSource = 32,

    /// <summary>A sentence that its speaker divides, whose second half was left over: a piece of content was added.</summary>
    SplitQuotation = 64,
}
