using NewsNlp.Quotations.Marks;

namespace NewsNlp.Tests.Quotations.Marks;

public class MarkKindsTests
{
    [Theory]
    [InlineData("\"", MarkKind.DoublePlain)]
    [InlineData("\u201F", MarkKind.DoublePlain)]
    [InlineData("\uFF02", MarkKind.DoublePlain)]
    [InlineData("“", MarkKind.DoubleOpen)]
    [InlineData("„", MarkKind.DoubleOpen)]
    [InlineData("«", MarkKind.DoubleOpen)]
    [InlineData("”", MarkKind.DoubleClose)]
    [InlineData("»", MarkKind.DoubleClose)]
    [InlineData("'", MarkKind.SinglePlain)]
    [InlineData("`", MarkKind.SinglePlain)]
    [InlineData("\uFF07", MarkKind.SinglePlain)]
    [InlineData("‘", MarkKind.SingleOpen)]
    [InlineData("‚", MarkKind.SingleOpen)]
    [InlineData("‹", MarkKind.SingleOpen)]
    [InlineData("’", MarkKind.SingleClose)]
    [InlineData("›", MarkKind.SingleClose)]
    [InlineData("''", MarkKind.DoublePlain)]
    [InlineData("``", MarkKind.DoubleOpen)]
    [InlineData("‘‘", MarkKind.DoubleOpen)]
    [InlineData("’’", MarkKind.DoubleClose)]
    [InlineData("””", MarkKind.DoubleClose)]
    [InlineData("\"\"\"", MarkKind.DoublePlain)]
    [InlineData("''''", MarkKind.None)]
    [InlineData("'\"", MarkKind.None)]
    [InlineData("''s", MarkKind.None)]
    [InlineData("ab", MarkKind.None)]
    [InlineData("", MarkKind.None)]
    [InlineData("s", MarkKind.None)]
    internal void A_token_is_the_mark_that_its_characters_make(string token, MarkKind expected) => Assert.Equal(expected, MarkKinds.Of(token));

    [Theory]
    [InlineData(MarkKind.None, false, false)]
    [InlineData(MarkKind.DoubleOpen, true, false)]
    [InlineData(MarkKind.DoubleClose, true, false)]
    [InlineData(MarkKind.DoublePlain, true, false)]
    [InlineData(MarkKind.SingleOpen, false, true)]
    [InlineData(MarkKind.SingleClose, false, true)]
    [InlineData(MarkKind.SinglePlain, false, true)]
    internal void A_mark_is_double_or_single(MarkKind kind, bool isDouble, bool isSingle) =>
        Assert.Equal((isDouble, isSingle), (MarkKinds.IsDouble(kind), MarkKinds.IsSingle(kind)));
}
