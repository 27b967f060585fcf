using System.Buffers;
using System.Text;
using NewsNlp.Documents;
using NewsNlp.Tool.Terminal;

namespace NewsNlp.Tool.Output.Report;

/// <summary>For a person at a terminal: who is in the article, and who says what.</summary>
internal sealed class TextFormat(int width, bool colour, bool several) : IDocumentFormat
{
    private const int Narrowest = 30;
    private const int Widest = 100;

    private readonly int _width = Math.Clamp(width, Narrowest, Widest);
    private readonly Palette _palette = new(colour);

    public ReadOnlySpan<byte> Separator => "\n"u8;

    public void Write(Document document, int number, IBufferWriter<byte> output)
    {
        var writer = new StyledWriter(_width, _palette);
        if (several)
        {
            writer.Rule(document.Id, Style.Faint);
        }

        new ArticleHeading(document).Write(writer);
        EntityTable.Write(document, writer);
        QuoteList.Write(document, writer);
        WriteCounts(document, writer);
        Encoding.UTF8.GetBytes(writer.ToString(), output);
    }

    private static void WriteCounts(Document document, StyledWriter writer)
    {
        var counts = new List<string>();
        Add(Layer.Tokens, "token", () => document.Tokens.Count);
        Add(Layer.Sentences, "sentence", () => document.Sentences.Count);
        Add(Layer.EntityMentions, "name or value", () => document.EntityMentions.Count, "names and values");
        Add(Layer.Quotes, "quote", () => document.Quotes.Count);
        if (counts.Count > 0)
        {
            writer.EndLine();
            writer.Flow(string.Join(" · ", counts), Style.Faint);
            writer.EndLine();
        }

        void Add(Layer layer, string one, Func<int> count, string? many = null)
        {
            if (document.Has(layer))
            {
                var number = count();
                counts.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{number} {(number == 1 ? one : many ?? one + "s")}"));
            }
        }
    }
}
