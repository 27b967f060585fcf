using NewsNlp.Tokenization.Simd;

namespace NewsNlp.Tests.Tokenization.Simd;

public unsafe class PackingTableTests
{
    [Theory]
    [InlineData(0b0000_0001, new byte[] { 0 })]
    [InlineData(0b1000_0000, new byte[] { 7 })]
    [InlineData(0b0110_0101, new byte[] { 0, 2, 5, 6 })]
    [InlineData(0b1111_1111, new byte[] { 0, 1, 2, 3, 4, 5, 6, 7 })]
    public void The_places_of_the_bits_come_in_order(int mask, byte[] places) =>
        Assert.Equal(places, new ReadOnlySpan<byte>(PackingTable.Entries + (mask * PackingTable.Places), places.Length).ToArray());
}
