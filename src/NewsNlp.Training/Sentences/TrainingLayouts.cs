using NewsNlp.Training.Learning;

namespace NewsNlp.Training.Sentences;

/// <summary>The layouts that a text is trained on: as it is, wrapped, and with a paragraph on each line.</summary>
internal static class TrainingLayouts
{
    private const int NarrowestWrap = 58;
    private const int WrapRange = 24;
    private const int MeasuredWrap = 72;

    /// <summary>The layouts that the splitter is measured on.</summary>
    public static IReadOnlyList<(string Name, TextLayout Layout)> Measured { get; } =
    [
        ("blank lines between paragraphs", TextLayout.Plain),
        ("a paragraph on each line", new TextLayout("\n")),
        ("wrapped at 72 columns", new TextLayout("\n\n", MeasuredWrap)),
    ];

    public static IEnumerable<TextLayout> For(SplitMix random)
    {
        yield return TextLayout.Plain;
        yield return new TextLayout("\n");
        yield return new TextLayout("\n\n", NarrowestWrap + (int)(random.Next() % WrapRange));
    }
}
