using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NewsNlp.Documents;
using NewsNlp.Features;

namespace NewsNlp.Sentences;

/// <summary>A text and its tokens, as the sentence splitter looks at them.</summary>
internal readonly ref struct SentenceText
{
    // Each candidate hashes the words around it anew.
    private const int LongestHashed = 4096;

    public SentenceText(ReadOnlySpan<char> text, ReadOnlySpan<int> starts, ReadOnlySpan<int> lengths, ReadOnlySpan<TokenKind> kinds)
        : this(text, starts, lengths, kinds, default, default)
    {
    }

    private SentenceText(
        ReadOnlySpan<char> text, ReadOnlySpan<int> starts, ReadOnlySpan<int> lengths, ReadOnlySpan<TokenKind> kinds, WritingStyle style, LineLayout layout)
    {
        Text = text;
        Starts = starts;
        Lengths = lengths;
        Kinds = kinds;
        Style = style;
        Layout = layout;
    }

    public ReadOnlySpan<char> Text { get; }

    public ReadOnlySpan<int> Starts { get; }

    public ReadOnlySpan<int> Lengths { get; }

    public ReadOnlySpan<TokenKind> Kinds { get; }

    public LineLayout Layout { get; }

    public WritingStyle Style { get; }

    public int Count => Starts.Length;

    public SentenceText With(WritingStyle style, LineLayout layout) => new(Text, Starts, Lengths, Kinds, style, layout);

    public int Start(int token) => Starts[token];

    public int Length(int token) => Lengths[token];

    public int End(int token) => Starts[token] + Lengths[token];

    public TokenKind Kind(int token) => Kinds[token];

    public ReadOnlySpan<char> Form(int token) => Text.Slice(Starts[token], Lengths[token]);

    public TokenShape Shape(int token) => TokenShapes.Of(Form(token), Kinds[token]);

    /// <summary>The hash of some of the text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Hash(int start, int length)
    {
        // Most words are short, and how long they are cannot be foreseen.
        return IsShort(start, length)
            ? FeatureHash.OfShort(ref Unsafe.Add(ref MemoryMarshal.GetReference(Text), start), length)
            : FeatureHash.Of(Text.Slice(start, length));
    }

    /// <summary>The hash of some of the text in plain form; of what is longer than any word, of its start.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong PlainHash(int start, int length)
    {
        return IsShort(start, length) && WordHash.TryPlainShort(ref Unsafe.Add(ref MemoryMarshal.GetReference(Text), start), length, out var hash)
            ? hash
            : WordHash.Plain(Text.Slice(start, Math.Min(length, LongestHashed)));
    }

    private bool IsShort(int start, int length) =>
        length <= FeatureHash.ShortLength && start <= Text.Length - FeatureHash.ShortReach && BitConverter.IsLittleEndian;

    /// <summary>The white space behind a token that is not the last.</summary>
    public ReadOnlySpan<char> Gap(int token) => Text[End(token)..Starts[token + 1]];

    /// <summary>How many line breaks are in a gap; two or more stand for a blank line.</summary>
    public static int LineBreaks(ReadOnlySpan<char> gap)
    {
        if (gap.Length <= 1 && (gap.IsEmpty || gap[0] == ' '))
        {
            return 0;
        }

        var breaks = 0;
        for (var i = 0; i < gap.Length; i++)
        {
            if (gap[i] == '\u2029')
            {
                breaks += 2;
            }
            else if (gap[i] is '\n' or '\u2028' || (gap[i] == '\r' && (i + 1 == gap.Length || gap[i + 1] != '\n')))
            {
                breaks++;
            }
        }

        return breaks;
    }
}
