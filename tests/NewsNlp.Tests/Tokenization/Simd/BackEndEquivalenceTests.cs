using System.Text;
using CsCheck;
using NewsNlp.Tests.Support;
using NewsNlp.Tokenization;

namespace NewsNlp.Tests.Tokenization.Simd;

public class BackEndEquivalenceTests
{
    // More than a window, so that every case meets each place of it and each of its edges.
    private const int Shifts = 70;

    private static readonly string[] Signs =
    [
        .. "abstnmdrevliIUSJX0157..,,'’‘“”-–—:;!?$£€%&/@#*_()\"éÉß…`+=<>^~|\\×Ō\u017F\u212A\u00B4\u2015\u2022".Select(c => c.ToString()),
    ];

    private static readonly string[] Words =
    [
        "cannot", "gonna", "re", "co", "non", "anti", "esque", "ish", "wise", "Mr", "Inc", "Rep", "rep", "Calif", "calif", "v", "no",
        "No", "o", "em", "til", "uh", "mm", "Mar", "000", "90s", "ve", "ll", "n't", "dont", "s'", "'s", "I'm", "U.S.", "a.m.", "1,000",
        "3.5", "5:30", "www.", ".com", "http://", "C", "J.K.", "e-mail", "i'ma", "y'all", "1990s", "20th", "5s", "O'Brien", "O’Malley", "o'5", "'n'", "''", "``", "...", "--", "house", "government",
        "\u0301", "\u00AD", "\u200D", "😀", "\uD83D", "\uDE00", "\uFE0F", "\u20E3", "東", "\u0085",
    ];

    private static readonly string[] Gaps = [" ", " ", " ", "  ", "\n", "\t", "\u00A0", "\u2009"];

    /// <summary>Signs and words run together, with white space in all densities, behind a lead of every length.</summary>
    private static readonly Gen<string> Texts = Gen.Select(
        Gen.Int[0, Shifts],
        Gen.Bool,
        Gen.Int[1, 12],
        Gen.Select(Gen.Int[0, 999], Gen.Int[0, 12], (pick, kind) => (pick, kind)).Array[0, 80])
        .Select((lead, spaces, density, pieces) => new string(spaces ? ' ' : 'q', lead) + string.Concat(pieces.Select(piece =>
            (piece.kind < density ? Gaps[piece.pick % Gaps.Length] : string.Empty)
            + (piece.pick % 3 == 0 ? Words[piece.pick % Words.Length] : Signs[piece.pick % Signs.Length]))));

    public static TheoryData<int> AllRules { get; } = [.. Enumerable.Range(0, BackEnds.All.Length)];

    [Theory]
    [MemberData(nameof(AllRules))]
    public void Any_text_has_the_same_tokens_with_all_vectors_and_with_none(int rules) =>
        Gen.OneOf(Texts, TextGen.Any).Sample(BackEnds.All[rules].AssertSame, iter: 3000);

    [Theory]
    [MemberData(nameof(AllRules))]
    public void Utf8_has_the_tokens_of_its_text_valid_or_not(int rules) =>
        Gen.Select(Gen.OneOf(Texts, TextGen.Any), Gen.Select(Gen.Int[0, 10_000], Gen.Byte[128, 255]).Array[0, 3])
            .Sample((text, damage) => BackEnds.All[rules].AssertSame(Damaged(text, damage)), iter: 3000);

    [Theory]
    [MemberData(nameof(AllRules))]
    public void Texts_of_several_batches_of_windows_are_the_same(int rules) =>
        Texts.Array[20, 90].Select(texts => string.Join(' ', texts)).Sample(
            text =>
            {
                BackEnds.All[rules].AssertSame(text);
                BackEnds.All[rules].AssertSame(Encoding.UTF8.GetBytes(text));
            },
            iter: 100);

    [Fact]
    public void Any_bytes_have_the_tokens_of_their_text() =>
        Gen.Byte.Array[0, 300].Sample(BackEnds.Default.AssertSame, iter: 3000);

    [Theory]
    [InlineData("x")]
    [InlineData("é")]
    [InlineData("😀")]
    [InlineData("q\u0301")]
    [InlineData("5,")]
    [InlineData("don't-")]
    [InlineData("U.S./etc.&")]
    [InlineData("http://a.b/c?d=e@f.g#h&")]
    public void Stretches_without_white_space_are_cut_at_the_same_places(string piece)
    {
        var stretch = string.Concat(Enumerable.Repeat(piece, (3 * TokenScanner.MaxStretch / piece.Length) + 7));
        foreach (var length in (int[])[TokenScanner.MaxStretch - 1, TokenScanner.MaxStretch, TokenScanner.MaxStretch + 1, stretch.Length])
        {
            foreach (var lead in (string[])[string.Empty, " ", "He said: ", new string('y', 61) + " z\n"])
            {
                var text = lead + stretch[..length] + " etc. and so on.";
                BackEnds.Default.AssertSame(text);
                BackEnds.Default.AssertSame(Encoding.UTF8.GetBytes(text));
            }
        }
    }

    [Fact]
    public void Every_gold_case_is_the_same_at_every_place_of_a_window()
    {
        foreach (var text in GoldFile.Cases().Select(gold => gold.Text))
        {
            for (var shift = 0; shift < Shifts; shift++)
            {
                // Behind white space, behind a word, and with more text behind it than a window.
                var spaces = new string(' ', shift);
                BackEnds.Default.AssertSame(spaces + text);
                BackEnds.Default.AssertSame(new string('x', shift) + " " + text + " " + spaces + text);
                BackEnds.Default.AssertSame(Encoding.UTF8.GetBytes(spaces + text + spaces + " end."));
            }
        }
    }

    [Fact]
    public void Every_listed_word_is_the_same_before_every_sign()
    {
        var rules = new TokenRules(new TokenizerOptions());
        var words = rules.Words;
        var listed = rules.Abbreviations.Entries.Keys
            .Concat(words.Contractions.Entries.Keys).Concat(words.HyphenPrefixes.Entries.Keys).Concat(words.HyphenWords.Entries.Keys)
            .Concat(words.Elisions.Entries.Keys).Concat(words.SlashWords.Entries.Keys).Concat(words.CurrencyPrefixes.Entries.Keys)
            .Concat(words.HyphenSuffixes.Entries.Keys.Select(suffix => "school-" + suffix))
            .Concat(words.Units.Entries.Keys.Select(unit => "5" + unit));
        string[] frames =
        [
            "{0}", "{0}.", "{0}. Then", "{0}. then", "{0}. 5", "{0}-led", "anti-{0}", "\u201C{0}.\u201D", "'{0}", "{0}'s", "{0}’s.", "x {0}, y",
            "{0}/{0}", "${0}", "{0}$5", "({0}.)", "é{0}.", "{0}é.", "I'{0}.", "{0}.{0}.", "{0}.com", "{0}n't",
        ];
        foreach (var word in listed)
        {
            string[] forms = [word, word.ToUpperInvariant(), char.ToUpperInvariant(word[0]) + word[1..]];
            foreach (var text in forms.SelectMany(form => frames.Select(frame => string.Format(null, frame, form))))
            {
                BackEnds.Default.AssertSame(text);
                BackEnds.Default.AssertSame(Encoding.UTF8.GetBytes(text));
            }
        }
    }

    [Fact]
    public void Every_pair_of_ASCII_characters_is_the_same_between_words()
    {
        for (var first = '\0'; first < 128; first++)
        {
            for (var second = '\0'; second < 128; second++)
            {
                BackEnds.Default.AssertSame($"He {first}{second} x{first}{second}y {first}1{second} 2{first}{second}3 word{first} {second}Word A{first}B{second}");
            }
        }
    }

    [Fact]
    public void Characters_that_the_masks_know_are_what_the_definition_says()
    {
        for (var c = 0x80; c < 0x3100; c++)
        {
            BackEnds.Default.AssertSame($"He{(char)c}s {(char)c}word{(char)c} 1{(char)c}2 a{(char)c}. {(char)c}{(char)c}");
            BackEnds.Default.AssertSame(Encoding.UTF8.GetBytes($"He{(char)c}s {(char)c}word{(char)c} 1{(char)c}2 a{(char)c}. {(char)c}{(char)c}"));
        }
    }

    [Fact]
    public void Chunks_longer_than_windows_and_than_parts_are_the_same()
    {
        foreach (var length in (int[])[63, 64, 65, 127, 4095, 4096, 4097, 9000])
        {
            foreach (var piece in (string[])["a", "a.", "é", "😀", "-", "東", "\uD800", "1,", "x'"])
            {
                var chunk = string.Concat(Enumerable.Repeat(piece, length));
                BackEnds.Default.AssertSame($"Before {chunk} behind.");
                BackEnds.Default.AssertSame(Encoding.UTF8.GetBytes($"Before {chunk} behind."));
            }
        }
    }

    private static byte[] Damaged(string text, (int Place, byte Value)[] damage)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        foreach (var (place, value) in damage)
        {
            if (bytes.Length > 0)
            {
                bytes[place % bytes.Length] = value;
            }
        }

        return bytes;
    }
}
