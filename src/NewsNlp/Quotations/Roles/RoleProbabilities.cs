using NewsNlp.Models;
using NewsNlp.Quotations.Contents;
using NewsNlp.Quotations.Reading;
using NewsNlp.Threading;

namespace NewsNlp.Quotations.Roles;

/// <summary>
/// How likely the tokens of an article have each role, as the role network says of the sentences it looked at. Scratch memory: it is
/// filled anew for each article.
/// </summary>
internal sealed class RoleProbabilities
{
    /// <summary>How many numbers a token has: its labels' probabilities, and sums over the sentence up to it.</summary>
    public const int Width = 16;

    /// <summary>Of so many tokens numbers can be kept.</summary>
    public static readonly int MostTokens = Array.MaxLength / Width;

    /// <summary>What is said of a token that the network did not look at.</summary>
    public const double Unknown = -1;

    // Where the sums are kept.
    private const int ContentSum = 13, SourceSum = 14, HoleSum = 15;

    private const int NotRead = -1;

    private ArticleReader _article = null!;
    private int[] _firsts = [];
    private float[] _values = [];
    private int _count;

    /// <summary>Turns to an article of which nothing is known yet.</summary>
    public void Begin(ArticleReader article)
    {
        _article = article;
        _count = 0;
        LinearChainWorkspace.Grow(ref _firsts, article.SentenceCount);
        InterruptibleMemory.Fill(_firsts.AsSpan(0, article.SentenceCount), NotRead, article.CancellationToken);
    }

    /// <summary>
    /// Makes room for the numbers of a sentence's tokens, <see cref="Width"/> each; of all of an article's sentences there are at most
    /// <see cref="MostTokens"/>.
    /// </summary>
    public Span<float> Add(int sentence, int count)
    {
        if (_values.Length < (_count + count) * Width)
        {
            var longer = Math.Max((long)(_count + count) * Width, 2L * _values.Length);
            InterruptibleMemory.Resize(ref _values, (int)Math.Min(longer, MostTokens * Width), _article.CancellationToken);
        }

        _firsts[sentence] = _count;
        _count += count;
        return _values.AsSpan(_firsts[sentence] * Width, count * Width);
    }

    /// <summary>Adds up what is asked of stretches of words, once a sentence's probabilities are set.</summary>
    public void Complete(int sentence)
    {
        var count = _article.SentenceEnds[sentence] - _article.SentenceStarts[sentence];
        var values = _values.AsSpan(_firsts[sentence] * Width, count * Width);
        float content = 0, source = 0, holes = 0;
        for (; values.Length > 0; values = values[Width..])
        {
            var inside = Inside(values, RoleLabels.Content);
            values[ContentSum] = content += inside;
            values[SourceSum] = source += Inside(values, RoleLabels.Source);
            values[HoleSum] = holes += inside < 0.5f ? 1 : 0;
        }
    }

    /// <summary>How likely the token has the role; <see cref="Unknown"/> where nothing is known.</summary>
    public double Inside(int token, int role) => Of(token) is { IsEmpty: false } values ? Inside(values, role) : Unknown;

    /// <summary>How likely a stretch of the role begins with the token.</summary>
    public double Begins(int token, int role) =>
        Of(token) is { IsEmpty: false } values ? values[role + RoleLabels.First] + values[role + RoleLabels.Only] : Unknown;

    /// <summary>How likely a stretch of the role ends with the token.</summary>
    public double Ends(int token, int role) =>
        Of(token) is { IsEmpty: false } values ? values[role + RoleLabels.Last] + values[role + RoleLabels.Only] : Unknown;

    /// <summary>
    /// How likely the tokens of a stretch have the role, on average: of those that lie in the sentence of the first one, or, where
    /// nothing is known of that, of the last.
    /// </summary>
    /// <param name="range">The stretch.</param>
    /// <param name="role"><see cref="RoleLabels.Source"/> or <see cref="RoleLabels.Content"/>.</param>
    public double Mean(TokenRange range, int role)
    {
        var known = KnownPart(range);
        return known.Length == 0 ? Unknown : Sum(known, role == RoleLabels.Content ? ContentSum : SourceSum) / known.Length;
    }

    /// <summary>How many tokens of that part of a stretch are rather no content.</summary>
    public int Holes(TokenRange range)
    {
        var known = KnownPart(range);
        return known.Length == 0 ? (int)Unknown : (int)Sum(known, HoleSum);
    }

    private TokenRange KnownPart(TokenRange range)
    {
        int first = _article.Sentences[range.First], last = _article.Sentences[range.End - 1];
        var sentence = first >= 0 && _firsts[first] != NotRead ? first : last;
        return sentence < 0 || _firsts[sentence] == NotRead
            ? default
            : new TokenRange(
                Math.Max(range.First, _article.SentenceStarts[sentence]), Math.Min(range.End, _article.SentenceEnds[sentence]));
    }

    private double Sum(TokenRange known, int sum)
    {
        var before = known.First > _article.SentenceStarts[_article.Sentences[known.First]] ? Of(known.First - 1)[sum] : 0;
        return (double)Of(known.End - 1)[sum] - before;
    }

    private ReadOnlySpan<float> Of(int token)
    {
        if ((uint)token >= (uint)_article.Count || _article.Sentences[token] is not (>= 0 and var sentence) || _firsts[sentence] == NotRead)
        {
            return default;
        }

        return _values.AsSpan((_firsts[sentence] + token - _article.SentenceStarts[sentence]) * Width, Width);
    }

    private static float Inside(ReadOnlySpan<float> values, int role) => values[role] + values[role + 1] + values[role + 2] + values[role + 3];
}
