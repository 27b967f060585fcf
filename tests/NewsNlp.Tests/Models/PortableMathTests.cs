using System.Runtime.Intrinsics;
using NewsNlp.Models;

namespace NewsNlp.Tests.Models;

public class PortableMathTests
{
    [Fact]
    public void Four_powers_at_once_are_the_same_bits_as_one_by_one()
    {
        var random = new Random(3);
        foreach (double range in (double[])[1e-12, 1, 30, 708, 4000])
        {
            for (int i = 0; i < 2000; i++)
            {
                var four = Vector256.Create(-range * random.NextDouble(), -range, -0.0, -708);
                var powers = PortableMath.Exp(four);
                for (int lane = 0; lane < Vector256<double>.Count; lane++)
                    Assert.Equal(BitConverter.DoubleToInt64Bits(PortableMath.Exp(four[lane])), BitConverter.DoubleToInt64Bits(powers[lane]));
            }
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, Math.E)]
    [InlineData(-1000, 0)]
    [InlineData(1000, double.PositiveInfinity)]
    public void Powers_are_those_of_e(double x, double power) => Assert.Equal(power, PortableMath.Exp(x), 1e-15);
}
