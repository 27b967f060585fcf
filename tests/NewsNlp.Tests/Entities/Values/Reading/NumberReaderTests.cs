using System.Globalization;
using NewsNlp.Entities.Values.Reading;

namespace NewsNlp.Tests.Entities.Values.Reading;

/// <summary>Digits as news and foreign papers group them.</summary>
public class NumberReaderTests
{
    [Theory]
    [InlineData("7", "7")]
    [InlineData("1,234", "1234")]
    [InlineData("1,234,567", "1234567")]
    [InlineData("1,20,000", "120000")]
    [InlineData("1.234.567", null)]
    [InlineData("8.25", "8.25")]
    [InlineData("8,5", "8.5")]
    [InlineData("8,50", "8.5")]
    [InlineData(",5", "0.5")]
    [InlineData(".5", "0.5")]
    [InlineData("1,5,5", "155")]
    [InlineData("1,234.5", "1234.5")]
    [InlineData("12345678901234567890", "12345678901234567890")]
    [InlineData("123456789012345678901", null)]
    [InlineData("5:30", null)]
    [InlineData("1½", null)]
    public void Digits_are_worth_what_their_separators_say(string digits, string? value) =>
        Assert.Equal(value is null ? (decimal?)null : decimal.Parse(value, CultureInfo.InvariantCulture), NumberReader.Digits(digits));
}
