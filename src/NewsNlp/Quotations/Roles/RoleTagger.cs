using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NewsNlp.Models;
using NewsNlp.Quotations.Cues;
using NewsNlp.Quotations.Marks;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Roles;

/// <summary>
/// Runs the role network over the sentences that may hold a cue, which are those where its word counts. Scratch memory around a
/// shared network.
/// </summary>
/// <remarks>Sums are integers, and what is done with them in floating point is done to each alone: results are the same on every processor.</remarks>
internal sealed class RoleTagger(RoleNetwork network)
{
    // So many sentences are read side by side: one need not wait for the other, and weights are loaded once for all.
    private const int Together = 4;

    private const int LookInterval = 64;

    private readonly float[] _state = new float[Together * network.Units];
    private readonly short[] _rounded = new short[Together * network.Units];
    private readonly int[] _products = new int[Together * RoleNetwork.Gates * network.Units];
    private readonly List<int> _found = [];
    private readonly List<int> _sentences = [];
    private readonly int[] _placesByLength = new int[ArticleReader.LongestSentence];
    private readonly int[] _firstRows = new int[Together];
    private readonly int[] _lengths = new int[Together];
    private int[] _rows = [];
    private short[] _inputs = [];
    private int[] _sums = [];
    private short[] _states = [];
    private int[] _outputs = [];

    /// <summary>Finds the probabilities of roles in the sentences that cues begin in.</summary>
    /// <param name="article">The article.</param>
    /// <param name="quotations">Its quotations.</param>
    /// <param name="cues">The cues, in order.</param>
    /// <param name="result">Takes the probabilities.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public void Find(
        ArticleReader article, QuotationFinder quotations, ReadOnlySpan<Cue> cues, RoleProbabilities result,
        CancellationToken cancellationToken)
    {
        result.Begin(article);
        FindSentences(article, cues, cancellationToken);
        for (var i = 0; i < _sentences.Count; i += Together)
        {
            var count = Math.Min(Together, _sentences.Count - i);
            Find(article, quotations, CollectionsMarshal.AsSpan(_sentences).Slice(i, count), result, cancellationToken);
        }
    }

    // Sentences of like length go together, longer ones first, so that those that go on are always the first. Sorted by counting.
    private void FindSentences(ArticleReader article, ReadOnlySpan<Cue> cues, CancellationToken cancellationToken)
    {
        _found.Clear();
        Array.Clear(_placesByLength);
        var tokens = 0;
        for (var i = 0; i < cues.Length; i++)
        {
            Look(i, cancellationToken);
            var sentence = article.Sentences[cues[i].First];
            if (_found.Count > 0 && sentence == _found[^1])
            {
                continue;
            }

            var length = LengthOf(article, sentence);
            if (length > RoleProbabilities.MostTokens - tokens)
            {
                break;
            }

            tokens += length;
            _found.Add(sentence);
            _placesByLength[ArticleReader.LongestSentence - length]++;
        }

        var place = 0;
        foreach (ref var count in _placesByLength.AsSpan())
        {
            (count, place) = (place, place + count);
        }

        CollectionsMarshal.SetCount(_sentences, _found.Count);
        for (var i = 0; i < _found.Count; i++)
        {
            Look(i, cancellationToken);
            _sentences[_placesByLength[ArticleReader.LongestSentence - LengthOf(article, _found[i])]++] = _found[i];
        }
    }

    private static void Look(int item, CancellationToken cancellationToken)
    {
        if (item % LookInterval == 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private void Find(
        ArticleReader article, QuotationFinder quotations, ReadOnlySpan<int> sentences, RoleProbabilities result,
        CancellationToken cancellationToken)
    {
        var count = 0;
        for (var s = 0; s < sentences.Length; s++)
        {
            _firstRows[s] = count;
            _lengths[s] = LengthOf(article, sentences[s]);
            count += _lengths[s];
        }

        LinearChainWorkspace.Grow(ref _inputs, count * network.Tables.Width);
        LinearChainWorkspace.Grow(ref _sums, count * network.Inputs.Outputs);
        LinearChainWorkspace.Grow(ref _states, count * 2 * network.Units);
        LinearChainWorkspace.Grow(ref _outputs, count * RoleNetwork.OutputWidth);
        for (var s = 0; s < sentences.Length; s++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ReadInputs(article, quotations, article.SentenceStarts[sentences[s]], _lengths[s], _firstRows[s]);
        }

        cancellationToken.ThrowIfCancellationRequested();
        network.Inputs.Multiply(_inputs, count, _sums);
        ReadStates(sentences.Length, 0, cancellationToken);
        ReadStates(sentences.Length, 1, cancellationToken);
        network.Outputs.Multiply(_states, count, _outputs);
        for (var s = 0; s < sentences.Length; s++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            AddTo(result, sentences[s], _lengths[s], _firstRows[s]);
        }
    }

    private static int LengthOf(ArticleReader article, int sentence) => article.SentenceEnds[sentence] - article.SentenceStarts[sentence];

    private void ReadInputs(ArticleReader article, QuotationFinder quotations, int start, int count, int row)
    {
        // Where the rows lie is found out for all tokens first, so that they are on their way when they are read.
        LinearChainWorkspace.Grow(ref _rows, count * RoleInputs.Count);
        for (var i = 0; i < count; i++)
        {
            var rows = _rows.AsSpan(i * RoleInputs.Count, RoleInputs.Count);
            RoleInputs.Read(article, quotations, start + i, rows);
            rows[0] = network.Tables.RowOf(RoleInputs.KeyOf(article, start + i));
            network.Tables.Prefetch(rows);
        }

        var width = network.Tables.Width;
        for (var i = 0; i < count; i++)
        {
            network.Tables.Read(_rows.AsSpan(i * RoleInputs.Count, RoleInputs.Count), _inputs.AsSpan((row + i) * width, width));
        }
    }

    // The states of the sentences' tokens, from their first token on or, in the other direction, from their last.
    private unsafe void ReadStates(int sentences, int direction, CancellationToken cancellationToken)
    {
        int units = network.Units, width = RoleNetwork.Gates * units;
        Array.Clear(_state);
        Array.Clear(_rounded);
        fixed (float* state = _state)
        fixed (short* states = _states, rounded = _rounded)
        fixed (int* sums = _sums, products = _products)
        {
            for (var step = 0; step < _lengths[0]; step++)
            {
                Look(step, cancellationToken);
                while (_lengths[sentences - 1] <= step)
                {
                    sentences--;
                }

                (direction == 0 ? network.Forward : network.Backward).Multiply(rounded, sentences, products);
                for (var s = 0; s < sentences; s++)
                {
                    var row = (2 * (_firstRows[s] + (direction == 0 ? step : _lengths[s] - 1 - step))) + direction;
                    var own = rounded + (s * units);
                    RecurrentUnits.Step(units, sums + (row * width), products + (s * width), state + (s * units), own);
                    new ReadOnlySpan<short>(own, units).CopyTo(new Span<short>(states + (row * units), units));
                }
            }
        }
    }

    private void AddTo(RoleProbabilities result, int sentence, int count, int row)
    {
        var values = result.Add(sentence, count);
        for (var i = 0; i < count; i++)
        {
            Softmax(
                _outputs.AsSpan((row + i) * RoleNetwork.OutputWidth, RoleNetwork.OutputWidth),
                values.Slice(i * RoleProbabilities.Width, RoleProbabilities.Width));
        }

        result.Complete(sentence);
    }

    private static void Softmax(ReadOnlySpan<int> sums, Span<float> probabilities)
    {
        var most = sums[0];
        foreach (var sum in sums[..RoleLabels.Count])
        {
            most = Math.Max(most, sum);
        }

        Span<float> powers = stackalloc float[RoleNetwork.OutputWidth];
        for (var i = 0; i < powers.Length; i += Vector256<float>.Count)
        {
            var behind = Vector256.ConvertToSingle(Vector256.Create(sums[i..])) - Vector256.Create((float)most);
            PortableMath.Exp(behind * Vector256.Create(RoleNetwork.SumUnit)).CopyTo(powers[i..]);
        }

        float all = 0;
        foreach (var power in powers[..RoleLabels.Count])
        {
            all += power;
        }

        for (var i = 0; i < RoleLabels.Count; i++)
        {
            probabilities[i] = powers[i] / all;
        }
    }
}
