namespace NewsNlp.Structure;

/// <summary>
/// Whether a line belongs to the page and not to the article. A wrong answer loses text, so a line must be a known phrase,
/// begin with one and be short, or have a form that no sentence has.
/// </summary>
internal static class FurnitureRules
{
    private const int LongestOpened = 300;
    private const int LongestListHeader = 50;

    public static PieceKind Classify(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestOpened)
        {
            return PieceKind.Text;
        }

        var lexicon = StructureLexicon.Default;
        var bare = LineShape.TrimBullet(line);
        if (lexicon.Furniture.Contains(line))
        {
            return PieceKind.Furniture;
        }

        if (IsListHeader(lexicon, line, bare))
        {
            return PieceKind.ListHeader;
        }

        if (bare.IsEmpty || IsLoneMark(bare))
        {
            return PieceKind.Furniture;
        }

        var opener = lexicon.FurnitureOpeners.Match(bare);
        if (opener > 0 && (!IsSeveralSentences(bare[opener..]) || bare.Contains("rights reserved", StringComparison.OrdinalIgnoreCase)))
        {
            return PieceKind.Furniture;
        }

        if (IsMediaItem(bare))
        {
            return PieceKind.Caption;
        }

        return IsInvitation(bare) || IsReadingTime(bare) || IsFollowLine(bare) || IsCommentCount(bare) ? PieceKind.Furniture : PieceKind.Text;
    }

    /// <summary><c>Most read</c>, <c>Read more on the rail strikes</c>; "recommended" alone is how a reviewer ends, a page's header has its capital.</summary>
    private static bool IsListHeader(StructureLexicon lexicon, ReadOnlySpan<char> line, ReadOnlySpan<char> bare) =>
        (lexicon.ListHeaders.Contains(line) && !LineShape.StartsLower(bare))
        || (bare.Length <= LongestListHeader && bare.StartsWith("Read more on ", StringComparison.OrdinalIgnoreCase) && !LineShape.EndsSentence(bare));

    /// <summary><c>Item 1 of 3 A view of the harbour. REUTERS/Bo Ray</c>, <c>[1/3]A view of …</c></summary>
    private static bool IsMediaItem(ReadOnlySpan<char> line) =>
        (line is ['[', >= '1' and <= '9', '/', >= '1' and <= '9', ..] || (line.StartsWith("Item ", StringComparison.Ordinal) && line.Length > 12 && char.IsAsciiDigit(line[5]) && line[6..].StartsWith(" of ", StringComparison.Ordinal)))
        && line.Contains("REUTERS", StringComparison.Ordinal);

    /// <summary><c>Get news of ships with the Ledger newsletter. Sign up here.</c>, <c>Europe live – latest updates</c></summary>
    private static bool IsInvitation(ReadOnlySpan<char> line) =>
        ((line.EndsWith("Sign up here.", StringComparison.OrdinalIgnoreCase) || line.EndsWith("Subscribe here.", StringComparison.OrdinalIgnoreCase)) && line.Contains("newsletter", StringComparison.OrdinalIgnoreCase))
        || (line.Length <= 80 && (line.EndsWith("– latest updates", StringComparison.OrdinalIgnoreCase) || line.EndsWith("- latest updates", StringComparison.OrdinalIgnoreCase)));

    private static bool IsLoneMark(ReadOnlySpan<char> line) => line is "•" or "·" or "●" or "▪" or "■" or "|" or "___" or "___.";

    /// <summary>Whether a sentence ends in the line and another begins behind it.</summary>
    private static bool IsSeveralSentences(ReadOnlySpan<char> rest)
    {
        var stops = 0;
        for (var i = 1; i + 2 < rest.Length; i++)
        {
            if (rest[i] is '.' or '!' or '?' && rest[i + 1] == ' ' && char.IsUpper(rest[i + 2]) && char.IsLower(rest[i - 1]))
            {
                stops++;
            }
        }

        return stops > 1;
    }

    /// <summary><c>3 min read</c>, <c>Reading time: 4 minutes</c>.</summary>
    private static bool IsReadingTime(ReadOnlySpan<char> line)
    {
        if (line.Length > 30)
        {
            return false;
        }

        bool number = false, unit = false, read = false, other = false;
        var words = new WordWalker(line);
        while (words.MoveNext())
        {
            var word = words.Current.TrimEnd(".:");
            if (char.IsAsciiDigit(word.IsEmpty ? ' ' : word[0]))
            {
                number = true;
            }
            else if (word.StartsWith("min", StringComparison.OrdinalIgnoreCase))
            {
                unit = true;
            }
            else if (word.StartsWith("read", StringComparison.OrdinalIgnoreCase))
            {
                read = true;
            }
            else if (!word.Equals("time", StringComparison.OrdinalIgnoreCase))
            {
                other = true;
            }
        }

        return number && unit && read && !other;
    }

    /// <summary><c>Follow Ann Lee on Twitter @annlee</c>, <c>Twitter: @annlee</c>.</summary>
    private static bool IsFollowLine(ReadOnlySpan<char> line)
    {
        if (line.Length > 120)
        {
            return false;
        }

        if (line.StartsWith("Follow ", StringComparison.OrdinalIgnoreCase))
        {
            return NamesNetwork(line);
        }

        return line.Length <= 40 && line.Contains('@') && !line.Contains(". ", StringComparison.Ordinal)
            && (line.StartsWith("Twitter:", StringComparison.OrdinalIgnoreCase) || line.StartsWith("Instagram:", StringComparison.OrdinalIgnoreCase));
    }

    private static bool NamesNetwork(ReadOnlySpan<char> line)
    {
        foreach (var network in (ReadOnlySpan<string>)["on Twitter", "on X", "on Facebook", "on Instagram", "on LinkedIn", "on Threads", "on TikTok", "on Bluesky", "on Telegram", "on WhatsApp", "on YouTube"])
        {
            if (line.Contains(network, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>24 comments</c>, <c>1.2k shares</c>.</summary>
    private static bool IsCommentCount(ReadOnlySpan<char> line)
    {
        if (line.Length > 24 || !char.IsAsciiDigit(line[0]))
        {
            return false;
        }

        var blank = line.IndexOf(' ');
        return blank > 0 && line[(blank + 1)..].TrimEnd('.') is "comments" or "Comments" or "shares" or "Shares" or "views" or "Views" or "Comment" or "comment";
    }
}
