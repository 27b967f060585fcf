namespace NewsNlp.Sentences;

/// <summary>What the features need to know of the text before a gap.</summary>
internal struct BoundaryState
{
    private const int MaxDepth = 3;

    private bool _newParagraph;

    /// <summary>The first token of the sentence.</summary>
    public int FirstToken { get; private set; }

    /// <summary>Whether a straight double quotation mark is open in the paragraph.</summary>
    public bool InStraightQuote { get; private set; }

    /// <summary>Whether a curly double quotation mark is open in the paragraph.</summary>
    public bool InCurlyQuote { get; private set; }

    /// <summary>How many brackets are open in the sentence, up to 3.</summary>
    public int BracketDepth { get; private set; }

    /// <summary>Where the line starts, in UTF-16 code units.</summary>
    public int LineStart { get; private set; }

    /// <summary>Whether the sentence is the first of its paragraph.</summary>
    public bool AtParagraphStart { get; private set; }

    public void BeginParagraph()
    {
        InStraightQuote = InCurlyQuote = false;
        _newParagraph = true;
    }

    public void BeginSentence(int first)
    {
        AtParagraphStart = _newParagraph || first == 0;
        _newParagraph = false;
        FirstToken = first;
        BracketDepth = 0;
    }

    /// <summary>Takes note of a token.</summary>
    public void Pass(SentenceText text, int token)
    {
        if (token == 0 || SentenceText.LineBreaks(text.Gap(token - 1)) > 0)
        {
            LineStart = text.Start(token);
        }

        if (text.Kind(token) != Documents.TokenKind.Punctuation)
        {
            return;
        }

        switch (text.Text[text.Start(token)])
        {
            case '"':
                InStraightQuote = !InStraightQuote;
                break;
            case '\u201C':
                InCurlyQuote = true;
                break;
            case '\u201D':
                InCurlyQuote = false;
                break;
            case '(' or '[':
                BracketDepth = Math.Min(MaxDepth, BracketDepth + 1);
                break;
            case ')' or ']':
                BracketDepth = Math.Max(0, BracketDepth - 1);
                break;
        }
    }
}
