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
    private const int MostOthersInCell = 3;
    private const int MostOthersOfKey = 10;

    // By the kind of the key: a word says more than classes do.
    private static readonly int[] FewestOfKey = [5, 10, 40];

    private readonly TokenBuffer _tokens = new();
    private readonly SentenceBuffer _sentences = new();
    private readonly SortedDictionary<uint, (int Cell, int Kind, Tally Tally)> _keys = [];
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
    /// <returns>The share of the counted decisions that the table takes at least.</returns>
    public double Write(SectionWriter writer)
    {
        long all = 0, taken = 0;
        var byKey = new Tally[GapTable.KeyKinds, _cells.Length];
        foreach (var (cell, kind, tally) in _keys.Values)
        {
            if (Verdict(kind, tally) != Boundary.Perhaps)
            {
                byKey[kind, cell] = byKey[kind, cell].Plus(tally);
            }
        }

        var cells = new byte[GapTable.CellBytes];
        var keyCells = new HashSet<int>();
        for (var cell = 0; cell < _cells.Length; cell++)
        {
            var verdict = Verdict(_cells[cell], FewestInCell, MostOthersInCell);
            all += _cells[cell].All;
            if (verdict != Boundary.Perhaps)
            {
                taken += _cells[cell].All;
            }
            else if (Enumerable.Range(0, GapTable.KeyKinds).Max(kind => byKey[kind, cell].All) is > 0 and var most)
            {
                // Each gap has a key of every kind: at least as many are taken.
                verdict = Boundary.ByWord;
                taken += most;
                keyCells.Add(cell);
            }

            cells[cell >> 2] |= (byte)((int)verdict << (2 * (cell & 3)));
        }

        writer.Bytes(cells);
        var keys = _keys.Where(key => keyCells.Contains(key.Value.Cell) && Verdict(key.Value.Kind, key.Value.Tally) != Boundary.Perhaps).ToList();
        writer.Int32(keys.Count);
        HashIndexWriter.Write(writer, [.. keys.Select(key => key.Key)]);
        foreach (var (_, (_, kind, tally)) in keys)
        {
            writer.Byte((byte)Verdict(kind, tally));
        }

        writer.Zeros(HashIndex.Padding);
        return (double)taken / Math.Max(1, all);
    }

    private static Boundary Verdict(int kind, Tally tally) => Verdict(tally, FewestOfKey[kind], MostOthersOfKey);

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
        for (var kind = 0; kind < GapTable.KeyKinds; kind++)
        {
            var key = GapTable.Key(in text, gap, kind);
            _keys[key] = (cell, kind, _keys.GetValueOrDefault(key).Tally.Plus(one));
        }
    }

    private readonly record struct Tally(int All, int Yes)
    {
        public Tally Plus(Tally other) => new(All + other.All, Yes + other.Yes);
    }

    private readonly ref struct CountingDecider(GapTableBuilder builder, SentenceText text) : IBoundaryDecider
    {
        private readonly SentenceText _text = text;

        public Boundary Look(Gap gap) => Boundary.Perhaps;

        public bool IsBoundary(Gap gap, ReadOnlySpan<uint> features)
        {
            var boundary = builder.Decide(features);
            builder.Count(in _text, gap, boundary);
            return boundary;
        }
    }

    private bool Decide(ReadOnlySpan<uint> features) => classifier.IsBoundary(features);
}
