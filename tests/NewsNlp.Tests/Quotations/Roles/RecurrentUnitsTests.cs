using System.Runtime.Intrinsics;
using NewsNlp.Quotations.Roles;

namespace NewsNlp.Tests.Quotations.Roles;

public class RecurrentUnitsTests
{
    [Fact]
    public void The_logistic_function_is_near_and_the_same_in_both_widths()
    {
        for (var x = -120f; x < 120; x += 0.37f)
        {
            var narrow = RecurrentUnits.Logistic(Vector256.Create(x))[3];
            Assert.Equal(1 / (1 + Math.Exp(-x)), narrow, 1e-4);
            Assert.Equal(narrow, RecurrentUnits.Logistic(Vector512.Create(x))[13]);
        }

        Assert.Equal(0.5f, RecurrentUnits.Logistic(Vector256<float>.Zero)[0]);
    }

    [Fact]
    public unsafe void A_step_keeps_a_part_of_the_state_and_takes_in_what_is_new()
    {
        const int Units = 32;
        var random = new Random(5);
        int[] sums = Sums(random), products = Sums(random);
        float[] state = [.. Enumerable.Range(0, Units).Select(_ => (random.NextSingle() * 2) - 1)];
        var before = (float[])state.Clone();
        var rounded = new short[Units];
        fixed (int* sum = sums, product = products)
        fixed (float* own = state)
        fixed (short* result = rounded)
        {
            RecurrentUnits.Step(Units, sum, product, own, result);
        }

        for (var i = 0; i < Units; i++)
        {
            var forget = Logistic(sums[i] + products[i]);
            var keep = Logistic(sums[Units + i] + products[Units + i]);
            var fresh = Math.Tanh((sums[(2 * Units) + i] + (forget * products[(2 * Units) + i])) * RoleNetwork.SumUnit);
            Assert.Equal(fresh + (keep * (before[i] - fresh)), state[i], 5e-4);
            Assert.Equal((short)MathF.Round(state[i] * RoleNetwork.Scale), rounded[i]);
        }

        static int[] Sums(Random random) => [.. Enumerable.Range(0, 3 * Units).Select(_ => random.Next(-4_000_000, 4_000_000))];
        static double Logistic(int sum) => 1 / (1 + Math.Exp(-sum * (double)RoleNetwork.SumUnit));
    }
}
