using NewsNlp.Documents.Layers;

namespace NewsNlp.Entities.Corrections;

/// <summary>Who sent a report, as its dateline says: <c>STOCKHOLM, Oct 19 (Meridian) -</c>.</summary>
internal static class DatelineAgencies
{
    /// <summary>Whether a mention stands alone in brackets with a dash behind them.</summary>
    public static bool Is(ReadOnlySpan<char> text, TokenLayer tokens, FoundMention mention) =>
        mention.FirstToken > 0 && mention.EndToken + 1 < tokens.Count
        && tokens.Span(mention.FirstToken - 1).Of(text) is "(" && tokens.Span(mention.EndToken).Of(text) is ")"
        && tokens.Span(mention.EndToken + 1).Of(text) is "-" or "–" or "—" or "--";
}
