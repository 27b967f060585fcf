using System.Runtime.Intrinsics;
using NewsNlp.Tokenization.Simd;

namespace NewsNlp.Tests.Tokenization.Simd;

public class BitMatricesTests
{
    [Fact]
    public void Each_bit_of_the_classes_becomes_a_mask()
    {
        Assert.SkipUnless(BitMatrices.IsSupported, "The processor has no AVX-512 with VBMI and GFNI.");
        var random = new Random(7);
        var classes = new byte[Vector512<byte>.Count];
        random.NextBytes(classes);
        var masks = BitMatrices.Transpose(Vector512.Create(classes));
        for (var bit = 0; bit < 8; bit++)
        {
            var expected = 0UL;
            for (var unit = 0; unit < classes.Length; unit++)
            {
                expected |= (ulong)((classes[unit] >> bit) & 1) << unit;
            }

            Assert.Equal(expected, masks[bit]);
        }
    }
}
