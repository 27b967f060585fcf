using NewsNlp.Lexicons;

namespace NewsNlp.Tests.Lexicons;

public class StockSymbolsTests
{
    [Theory]
    [InlineData("HOLG.L", true)]
    [InlineData("TARNA.O", true)]
    [InlineData("TAR.L", false)]
    [InlineData("TARNAB.L", false)]
    [InlineData("Tarn.L", false)]
    [InlineData("TARN.l", false)]
    [InlineData("TARNL", false)]
    [InlineData("U.S.A", false)]
    [InlineData(".L", false)]
    [InlineData("", false)]
    public void Four_or_five_letters_and_that_of_an_exchange_are_a_share(string form, bool expected) =>
        Assert.Equal(expected, StockSymbols.Is(form));
}
