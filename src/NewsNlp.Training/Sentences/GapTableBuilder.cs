using NewsNlp.Models;
using NewsNlp.Sentences;
using NewsNlp.Tokenization;
using NewsNlp.Training.Packing;

namespace NewsNlp.Training.Sentences;

/// <summary>
/// Counts how a classifier decides in each cell of gaps, on texts without annotation, and writes the library's
/// <see cref="GapTable"/> of those that it decides in one way.
/// </summary>
internal sealed class GapTableBuilder(BoundaryClassifier classifier, ITokenizer tokenizer)
{
    private const int FewestInCell = 8;
    private const int FewestOfWord = 5;
    private const int MostOthersInCell = 1;
    private const int MostOthersOfWord = 3;

    private readonly TokenBuffer _tokens = new();
    private readonly SentenceBuffer _sentences = new();
    private readonly SortedDictionary<uint, (int Cell, Tally Tally)> _words = [];
    private readonly Tally[] _cells = new Tally[2 * GapCell.Count];

    /// <summary>Counts the decisions in a text.</summary>
    public void Add(string text)
    {
        _tokens.Clear();
        tokenizer.Tokenize(text, _tokens);
        var words = GapFinder.Find(new SentenceText(text, _tokens.Starts, _tokens.Lengths, _tokens.Kinds), _sentences);
        var walker = new BoundaryWalker(words, _sentences);
        var decider = new CountingDecider(this, words);
        walker.Split(0, _tokens.Count, ref decider);
    }

    /// <summary>Writes the table.</summary>
    /// <returns>The share of the counted decisions that the table takes.</returns>
    public double Write(SectionWriter writer)
    {
        long all = 0, taken = 0;
        var byWord = new Tally[_cells.Length];
        foreach (var (cell, tally) in _words.Values)
        {
            if (Verdict(tally, FewestOfWord, MostOthersOfWord) != Boundary.Perhaps)
            {
                byWord[cell] = byWord[cell].Plus(tally);
            }
        }

        var cells = new byte[GapTable.CellBytes];
        var wordCells = new HashSet<int>();
        for (var cell = 0; cell < _cells.Length; cell++)
        {
            var verdict = Verdict(_cells[cell], FewestInCell, MostOthersInCell);
            all += _cells[cell].All;
            if (verdict != Boundary.Perhaps)
            {
                taken += _cells[cell].All;
            }
            else if (byWord[cell].All > 0)
            {
                verdict = Boundary.ByWord;
                taken += byWord[cell].All;
                wordCells.Add(cell);
            }

            cells[cell >> 2] |= (byte)((int)verdict << (2 * (cell & 3)));
        }

        writer.Bytes(cells);
        var words = _words.Where(word => wordCells.Contains(word.Value.Cell) && Verdict(word.Value.Tally, FewestOfWord, MostOthersOfWord) != Boundary.Perhaps).ToList();
        writer.Int32(words.Count);
        HashIndexWriter.Write(writer, [.. words.Select(word => word.Key)]);
        foreach (var (_, (_, tally)) in words)
        {
            writer.Byte((byte)Verdict(tally, FewestOfWord, MostOthersOfWord));
        }

        writer.Zeros(HashIndex.Padding);
        return (double)taken / Math.Max(1, all);
    }

    private static Boundary Verdict(Tally tally, int fewest, int mostInThousand)
    {
        var others = Math.Min(tally.Yes, tally.All - tally.Yes);
        return tally.All < fewest || others * 1000L > (long)mostInThousand * tally.All ? Boundary.Perhaps
            : tally.Yes > others ? Boundary.Yes : Boundary.No;
    }

    private void Count(in SentenceText text, Gap gap, bool boundary)
    {
        if (!GapTable.IsFor(in text, gap))
        {
            return;
        }

        var one = new Tally(1, boundary ? 1 : 0);
        var cell = gap.Cell + (text.Style.IsLoose ? GapCell.Count : 0);
        _cells[cell] = _cells[cell].Plus(one);
        var key = GapTable.Key(in text, gap);
        _words[key] = (cell, _words.GetValueOrDefault(key).Tally.Plus(one));
    }

    private readonly record struct Tally(int All, int Yes)
    {
        public Tally Plus(Tally other) => new(All + other.All, Yes + other.Yes);
    }

    private readonly ref struct CountingDecider(GapTableBuilder builder, SentenceText text) : IBoundaryDecider
    {
        private readonly SentenceText _text = text;

        public Boundary Glance(in SentenceText text, Gap gap) => Boundary.Perhaps;

        public bool IsBoundary(Gap gap, ReadOnlySpan<uint> features)
        {
            var boundary = builder.Decide(features);
            builder.Count(in _text, gap, boundary);
            return boundary;
        }
    }

    private bool Decide(ReadOnlySpan<uint> features) => classifier.IsBoundary(features);
}
