using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsNlp.Sentences;

/// <summary>
/// What the features need to know of the text before a gap. It is brought up to date only where features are wanted; all
/// the work together is linear.
/// </summary>
internal struct BoundaryState
{
    private const int MaxDepth = 3;
    private const int Step = 32;

    private int _paragraph;
    private int _read;

    /// <summary>The first token of the sentence.</summary>
    public int FirstToken { get; private set; }

    /// <summary>Whether a straight double quotation mark is open in the paragraph.</summary>
    public bool InStraightQuote { get; private set; }

    /// <summary>Whether a curly double quotation mark is open in the paragraph.</summary>
    public bool InCurlyQuote { get; private set; }

    /// <summary>How many brackets are open in the sentence, up to 3.</summary>
    public int BracketDepth { get; private set; }

    /// <summary>Whether the sentence is the first of its paragraph.</summary>
    public bool AtParagraphStart { get; private set; }

    /// <summary>Goes to a sentence behind those before.</summary>
    /// <param name="text">The text.</param>
    /// <param name="paragraph">The first token of its paragraph.</param>
    /// <param name="opening">The first token of the paragraph that lies in a sentence.</param>
    /// <param name="first">The sentence's first token.</param>
    public void GoTo(SentenceText text, int paragraph, int opening, int first)
    {
        if (paragraph != _paragraph)
        {
            InStraightQuote = InCurlyQuote = false;
            _paragraph = paragraph;
            _read = paragraph < text.Count ? text.Start(paragraph) : text.Text.Length;
        }

        AtParagraphStart = first == opening;
        FirstToken = first;
    }

    /// <summary>Reads on to the end of a token of the sentence.</summary>
    public void ReadTo(SentenceText text, int token)
    {
        var start = text.Start(FirstToken);
        if (_read <= start)
        {
            Read(text.Text, start);
            BracketDepth = 0;
        }

        Read(text.Text, text.End(token));
    }

    private void Read(ReadOnlySpan<char> text, int end)
    {
        while (_read < end)
        {
            // Behind the end of the text's last full step, one character after the other.
            var isStep = _read <= text.Length - Step;
            var found = isStep ? MarksOf(ref Unsafe.Add(ref MemoryMarshal.GetReference(text), _read)) : 1;
            var count = Math.Min(isStep ? Step : 1, end - _read);
            for (found &= uint.MaxValue >> (Step - count); found != 0; found &= found - 1)
            {
                Pass(text[_read + BitOperations.TrailingZeroCount(found)]);
            }

            _read += count;
        }
    }

    private void Pass(char c)
    {
        switch (c)
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
            default:
                break;
        }
    }

    /// <summary>Which of the next <see cref="Step"/> characters may be quotation marks or brackets.</summary>
    private static uint MarksOf(ref char text)
    {
        ref var units = ref Unsafe.As<char, ushort>(ref text);
        var found = 0U;
        for (var i = 0; i < Step; i += Vector256<ushort>.Count)
        {
            // Each pair differs in one bit.
            var part = Vector256.LoadUnsafe(ref units, (nuint)i);
            var odd = part | Vector256.Create((ushort)1);
            var marks = Vector256.Equals(part, Vector256.Create((ushort)'"'))
                | Vector256.Equals(odd, Vector256.Create((ushort)')'))
                | Vector256.Equals(odd, Vector256.Create((ushort)'\u201D'))
                | Vector256.Equals(part | Vector256.Create((ushort)6), Vector256.Create((ushort)('[' | 6)));
            found |= marks.ExtractMostSignificantBits() << i;
        }

        return found;
    }
}
