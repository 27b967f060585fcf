using NewsNlp.Training.Learning;
using NewsNlp.Training.Learning.Recurrent;

namespace NewsNlp.Training.Tests.Learning.Recurrent;

public class AdamParametersTests
{
    // Longer than a vector by a few, so that both ways of taking a step are taken.
    private const int Count = 37;

    [Fact]
    public void Steps_lead_to_the_least_loss_and_the_average_follows()
    {
        var parameters = new AdamParameters(Count);
        parameters.SetNormal(1, new SplitMix(4));
        for (int step = 0; step < 3000; step++)
        {
            for (int i = 0; i < Count; i++) parameters.Slopes[i] = parameters.Values[i] - i;
            parameters.Step(0.05f, 1);
        }

        for (int i = 0; i < Count; i++)
        {
            Assert.Equal(i, parameters.Values[i], 0.05f);
            Assert.Equal(i, parameters.Averages[i], 0.05f);
        }
    }

    [Fact]
    public void The_first_step_is_as_long_as_the_rate_whatever_the_slope()
    {
        var parameters = new AdamParameters(Count);
        for (int i = 0; i < Count; i++) parameters.Slopes[i] = (i + 1) * 100;
        parameters.Step(0.5f, 0.25f);
        Assert.All(parameters.Values, value => Assert.Equal(-0.5f, value, 1e-4f));
    }

    [Fact]
    public void Chance_has_the_spread_that_was_asked_for()
    {
        var parameters = new AdamParameters(20_000);
        parameters.SetNormal(0.3f, new SplitMix(9));
        Assert.Equal(0, parameters.Values.Average(), 0.01);
        Assert.Equal(0.3, Math.Sqrt(parameters.Values.Average(value => (double)value * value)), 0.01);
        parameters.SetUniform(0.5f, new SplitMix(9));
        Assert.InRange(parameters.Values.Min(), -0.5f, -0.49f);
        Assert.InRange(parameters.Values.Max(), 0.49f, 0.5f);
    }
}
