using NewsNlp.Training.Learning;
using NewsNlp.Training.Learning.Recurrent;

namespace NewsNlp.Training.Tests.Learning.Recurrent;

public unsafe class RecurrentLayerTests
{
    private const int Units = 16, Width = 3 * Units;

    private static readonly SentenceBatch Batch = new([4, 3, 3, 1]);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_state_depends_on_what_was_read_of_its_sentence_and_on_nothing_else(bool backwards)
    {
        using var layer = new RecurrentLayer(Units, backwards, new SplitMix(3));
        float[] inputs = Inputs(), before = Read(layer, inputs);

        // The second token of the second sentence.
        for (int j = 0; j < Width; j++) inputs[Batch.Row(1, 1) * Width + j] += 0.5f;
        float[] after = Read(layer, inputs);
        for (int sentence = 0; sentence < Batch.Count; sentence++)
        {
            for (int token = 0; token < Batch.LengthOf(sentence); token++)
            {
                bool changes = sentence == 1 && (backwards ? token <= 1 : token >= 1);
                int row = Batch.Row(sentence, token) * Units;
                Assert.Equal(changes, !before.AsSpan(row, Units).SequenceEqual(after.AsSpan(row, Units)));
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Slopes_are_how_much_the_loss_changes(bool backwards)
    {
        using var layer = new RecurrentLayer(Units, backwards, new SplitMix(3));
        float[] inputs = Inputs(), slopes = new float[inputs.Length];
        layer.Offsets.SetUniform(0.3f, new SplitMix(8));
        layer.Offsets.Values.AsSpan(0, 2 * Units).Clear();
        float[] factors = [.. Enumerable.Range(0, Batch.Rows * Units).Select(i => MathF.Cos(i))];
        Read(layer, inputs);
        fixed (float* factor = factors, slope = slopes) layer.GoBack(Batch, factor, Units, slope, Width);
        var weightSlopes = (float[])layer.Weights.Slopes.Clone();
        var offsetSlopes = (float[])layer.Offsets.Slopes.Clone();

        double Loss() => Read(layer, inputs).Zip(factors, (state, factor) => (double)state * factor).Sum();
        for (int i = 0; i < inputs.Length; i += 7) Assert.Equal(Measured(inputs, i, Loss), slopes[i], 2e-3);
        for (int i = 0; i < layer.Weights.Values.Length; i += 11) Assert.Equal(Measured(layer.Weights.Values, i, Loss), weightSlopes[i], 2e-3);
        for (int i = 2 * Units; i < Width; i++) Assert.Equal(Measured(layer.Offsets.Values, i, Loss), offsetSlopes[i], 2e-3);
        Assert.Contains(weightSlopes, slope => Math.Abs(slope) > 0.05f);
    }

    private static double Measured(float[] numbers, int i, Func<double> loss)
    {
        const float Step = 4e-3f;
        float number = numbers[i];
        numbers[i] = number + Step;
        double more = loss();
        numbers[i] = number - Step;
        double less = loss();
        numbers[i] = number;
        return (more - less) / (2 * Step);
    }

    private static float[] Inputs()
    {
        var random = new SplitMix(5);
        return [.. Enumerable.Range(0, Batch.Rows * Width).Select(_ => 2 * random.Unit() - 1)];
    }

    private static float[] Read(RecurrentLayer layer, float[] inputs)
    {
        var states = new float[Batch.Rows * Units];
        fixed (float* input = inputs, state = states) layer.Read(Batch, input, Width, state, Units);
        return states;
    }
}
