using NewsNlp.Models;
using NewsNlp.Quotations.Roles;
using NewsNlp.Training.Learning;
using NewsNlp.Training.Learning.Recurrent;
using NewsNlp.Training.Packing;

namespace NewsNlp.Training.Quotations.Roles;

/// <summary>The role network while it learns: the same as <see cref="RoleNetwork"/> in floating point, with its slopes. One thread.</summary>
internal sealed unsafe class RoleLearner : IDisposable
{
    private const int Units = 48, Sums = RoleNetwork.Gates * Units, Labels = RoleNetwork.OutputWidth;

    // What is left out by chance: of the numbers of inputs and states, and of the words.
    private const float Dropout = 0.2f, WordDropout = 0.15f;

    private const float LargestSlope = 5;

    // What each of RoleInputs is worth.
    private static readonly int[] Widths = [16, 8, 4, 12, 4, 12, 8, 4, 4, 4];

    private static readonly int Inputs = Widths.Sum();

    private readonly RoleVocabulary _vocabulary;
    private readonly AdamParameters[] _tables;
    private readonly AdamParameters _inputs = new(Inputs * 2 * Sums), _inputOffsets = new(2 * Sums);
    private readonly AdamParameters _outputs = new(2 * Units * Labels), _outputOffsets = new(Labels);
    private readonly RecurrentLayer _forward, _backward;
    private readonly AdamParameters[] _all;
    private readonly FloatBuffer _numbers = new(), _inputMask = new(), _sums = new(), _states = new(), _stateMask = new();
    private readonly FloatBuffer _scores = new(), _stateSlopes = new(), _sumSlopes = new(), _numberSlopes = new(), _transposed = new();
    private int[] _rows = [];

    public RoleLearner(RoleVocabulary vocabulary, IReadOnlyCollection<RoleSentence> sentences, SplitMix random)
    {
        _vocabulary = vocabulary;
        _tables = new AdamParameters[RoleInputs.Count];
        for (var table = 0; table < RoleInputs.Count; table++)
        {
            var rows = table == 0 ? vocabulary.Keys.Count + 1 : 1 + LargestInput(sentences, table);
            _tables[table] = new AdamParameters(rows * Widths[table]);
            _tables[table].SetNormal(0.3f, random);
        }

        _inputs.SetUniform(1 / MathF.Sqrt(Units), random);
        _outputs.SetUniform(1 / MathF.Sqrt(2 * Units), random);
        _forward = new RecurrentLayer(Units, backwards: false, random);
        _backward = new RecurrentLayer(Units, backwards: true, random);
        _all = [.. _tables, _inputs, _inputOffsets, _outputs, _outputOffsets, _forward.Weights, _forward.Offsets, _backward.Weights, _backward.Offsets];
    }

    /// <summary>Takes a step towards the labels of some sentences, which stand in falling order of length.</summary>
    /// <returns>The negative logarithm of the labels' probability, added up over the tokens.</returns>
    public double Learn(RoleSentence[] sentences, float rate, SplitMix random)
    {
        var batch = new SentenceBatch([.. sentences.Select(sentence => sentence.Length)]);
        ReadInputs(batch, sentences, random);
        float* numbers = _numbers.Address, sums = _sums.Of(batch.Rows * 2 * Sums), states = _states.Of(batch.Rows * 2 * Units);
        for (var row = 0; row < batch.Rows; row++)
        {
            _inputOffsets.Values.CopyTo(new Span<float>(sums + ((nint)row * 2 * Sums), 2 * Sums));
        }

        fixed (float* weights = _inputs.Values)
        {
            MatrixMath.AddProduct(numbers, Inputs, weights, 2 * Sums, sums, 2 * Sums, batch.Rows, 2 * Sums, Inputs);
        }

        _forward.Read(batch, sums, 2 * Sums, states, 2 * Units);
        _backward.Read(batch, sums + Sums, 2 * Sums, states + Units, 2 * Units);
        Mask(_stateMask, states, batch.Rows * 2 * Units, random);
        var loss = Score(batch, sentences);
        GoBack(batch);
        Step(rate);
        return loss;
    }

    /// <summary>Writes what <see cref="RoleNetwork"/> reads: the means of what the weights have been of late.</summary>
    public void Write(SectionWriter writer)
    {
        for (var table = 0; table < RoleInputs.Count; table++)
        {
            writer.Int32(_tables[table].Values.Length / Widths[table]);
            writer.Int32(Widths[table]);
            foreach (var number in _tables[table].Averages)
            {
                RoleWeightsWriter.Number(writer, number);
            }
        }

        HashIndexWriter.Write(writer, [.. _vocabulary.Keys]);
        writer.Zeros(HashIndex.Padding);
        writer.Int32(Units);
        RoleWeightsWriter.Write(writer, _inputs.Averages, _inputOffsets.Averages);
        RoleWeightsWriter.Write(writer, _forward.Weights.Averages, _forward.Offsets.Averages);
        RoleWeightsWriter.Write(writer, _backward.Weights.Averages, _backward.Offsets.Averages);
        RoleWeightsWriter.Write(writer, _outputs.Averages, _outputOffsets.Averages);
    }

    public void Dispose()
    {
        _forward.Dispose();
        _backward.Dispose();
        foreach (var buffer in (ReadOnlySpan<FloatBuffer>)
            [_numbers, _inputMask, _sums, _states, _stateMask, _scores, _stateSlopes, _sumSlopes, _numberSlopes, _transposed])
        {
            buffer.Dispose();
        }
    }

    private static int LargestInput(IReadOnlyCollection<RoleSentence> sentences, int table)
    {
        var largest = 0;
        foreach (var sentence in sentences)
        {
            for (var i = table; i < sentence.Inputs.Length; i += RoleInputs.Count)
            {
                largest = Math.Max(largest, sentence.Inputs[i]);
            }
        }

        return largest;
    }

    private void ReadInputs(SentenceBatch batch, RoleSentence[] sentences, SplitMix random)
    {
        LinearChainWorkspace.Grow(ref _rows, batch.Rows * RoleInputs.Count);
        var numbers = _numbers.Of(batch.Rows * Inputs);
        for (var s = 0; s < sentences.Length; s++)
        {
            for (var i = 0; i < sentences[s].Length; i++)
            {
                var row = batch.Row(s, i);
                var rows = _rows.AsSpan(row * RoleInputs.Count, RoleInputs.Count);
                sentences[s].Inputs.AsSpan(i * RoleInputs.Count, RoleInputs.Count).CopyTo(rows);
                rows[0] = random.Unit() < WordDropout ? RoleInputs.UnknownWord : _vocabulary.RowOf(sentences[s].Keys[i]);
                var target = new Span<float>(numbers + ((nint)row * Inputs), Inputs);
                for (var table = 0; table < RoleInputs.Count; table++)
                {
                    _tables[table].Values.AsSpan(rows[table] * Widths[table], Widths[table]).CopyTo(target);
                    target = target[Widths[table]..];
                }
            }
        }

        Mask(_inputMask, numbers, batch.Rows * Inputs, random);
    }

    // Leaves numbers out by chance, the others growing so that the sum stays; and remembers which.
    private static void Mask(FloatBuffer mask, float* numbers, int count, SplitMix random)
    {
        const int Least = (int)(Dropout * (1 << 16));
        var factors = mask.Of(count);
        for (var i = 0; i < count; i += 4)
        {
            var chance = random.Next();
            for (var k = i; k < Math.Min(i + 4, count); k++, chance >>= 16)
            {
                factors[k] = (int)(chance & 0xFFFF) < Least ? 0 : 1 / (1 - Dropout);
                numbers[k] *= factors[k];
            }
        }
    }

    // The loss, with the scores' slopes in their place.
    private double Score(SentenceBatch batch, RoleSentence[] sentences)
    {
        var scores = _scores.Of(batch.Rows * Labels);
        for (var row = 0; row < batch.Rows; row++)
        {
            _outputOffsets.Values.CopyTo(new Span<float>(scores + (row * Labels), Labels));
        }

        fixed (float* weights = _outputs.Values)
        {
            MatrixMath.AddProduct(_states.Address, 2 * Units, weights, Labels, scores, Labels, batch.Rows, Labels, 2 * Units);
        }

        double loss = 0;
        for (var s = 0; s < sentences.Length; s++)
        {
            for (var i = 0; i < sentences[s].Length; i++)
            {
                loss -= Math.Log(SetSlopes(scores + (batch.Row(s, i) * Labels), sentences[s].Labels[i], 1f / batch.Rows));
            }
        }

        return loss;
    }

    private static double SetSlopes(float* scores, int label, float scale)
    {
        var most = scores[0];
        for (var i = 1; i < RoleLabels.Count; i++)
        {
            most = Math.Max(most, scores[i]);
        }

        for (var i = 0; i < Labels; i++)
        {
            scores[i] -= most;
        }

        VectorMath.Exp(scores, Labels);
        float all = 0;
        for (var i = 0; i < RoleLabels.Count; i++)
        {
            all += scores[i];
        }

        var probability = scores[label] / all;
        for (var i = 0; i < Labels; i++)
        {
            scores[i] = i < RoleLabels.Count ? scale * ((scores[i] / all) - (i == label ? 1 : 0)) : 0;
        }

        return Math.Max(probability, 1e-30);
    }

    private void GoBack(SentenceBatch batch)
    {
        int rows = batch.Rows;
        var stateSlopes = _stateSlopes.Zeros(rows * 2 * Units);
        fixed (float* weights = _outputs.Values)
        {
            var transposed = _transposed.Of(_outputs.Values.Length);
            MatrixMath.Transpose(weights, 2 * Units, Labels, transposed);
            MatrixMath.AddProduct(_scores.Address, Labels, transposed, 2 * Units, stateSlopes, 2 * Units, rows, 2 * Units, Labels);
        }

        SetSlopes(_outputs, _outputOffsets, _states.Address, 2 * Units, _scores.Address, Labels, rows);
        for (var i = 0; i < rows * 2 * Units; i++)
        {
            stateSlopes[i] *= _stateMask.Address[i];
        }

        var sumSlopes = _sumSlopes.Of(rows * 2 * Sums);
        _forward.GoBack(batch, stateSlopes, 2 * Units, sumSlopes, 2 * Sums);
        _backward.GoBack(batch, stateSlopes + Units, 2 * Units, sumSlopes + Sums, 2 * Sums);
        SetSlopes(_inputs, _inputOffsets, _numbers.Address, Inputs, sumSlopes, 2 * Sums, rows);
        SetTableSlopes(rows, sumSlopes);
    }

    private void SetSlopes(
        AdamParameters weights, AdamParameters offsets, float* inputs, int width, float* outputSlopes, int outputs, int rows)
    {
        var transposed = _transposed.Of(rows * width);
        MatrixMath.Transpose(inputs, rows, width, transposed);
        Array.Clear(weights.Slopes);
        fixed (float* slopes = weights.Slopes)
        {
            MatrixMath.AddProduct(transposed, rows, outputSlopes, outputs, slopes, outputs, width, outputs, rows);
        }

        Array.Clear(offsets.Slopes);
        for (nint row = 0; row < rows; row++)
        {
            for (var i = 0; i < outputs; i++)
            {
                offsets.Slopes[i] += outputSlopes[(row * outputs) + i];
            }
        }
    }

    private void SetTableSlopes(int rows, float* sumSlopes)
    {
        // The inputs' columns are as many as the product wants, the last ones without a meaning.
        var width = (Inputs + MatrixMath.ColumnsMultiple - 1) / MatrixMath.ColumnsMultiple * MatrixMath.ColumnsMultiple;
        var transposed = _transposed.Zeros(2 * Sums * width);
        for (var i = 0; i < Inputs; i++)
        {
            for (nint sum = 0; sum < 2 * Sums; sum++)
            {
                transposed[(sum * width) + i] = _inputs.Values[(i * 2 * Sums) + (int)sum];
            }
        }

        var slopes = _numberSlopes.Zeros(rows * width);
        MatrixMath.AddProduct(sumSlopes, 2 * Sums, transposed, width, slopes, width, rows, width, 2 * Sums);
        foreach (var table in _tables)
        {
            Array.Clear(table.Slopes);
        }

        for (var row = 0; row < rows; row++)
        {
            float* slope = slopes + ((nint)row * width), mask = _inputMask.Address + ((nint)row * Inputs);
            for (var table = 0; table < RoleInputs.Count; table++)
            {
                var target = _tables[table].Slopes.AsSpan(_rows[(row * RoleInputs.Count) + table] * Widths[table], Widths[table]);
                for (var i = 0; i < target.Length; i++)
                {
                    target[i] += *slope++ * *mask++;
                }
            }
        }
    }

    private void Step(float rate)
    {
        double square = 0;
        foreach (var parameters in _all)
        {
            square += parameters.SquareOfSlopes();
        }

        var scale = square <= LargestSlope * LargestSlope ? 1 : LargestSlope / (float)Math.Sqrt(square);
        foreach (var parameters in _all)
        {
            parameters.Step(rate, scale);
        }
    }
}
