using CsCheck;
using NewsNlp.Documents;

namespace NewsNlp.Tests.Documents;

public class TextSpanTests
{
    private static readonly Gen<TextSpan> Spans = Gen.Select(Gen.Int[0, 12], Gen.Int[0, 12], (start, length) => new TextSpan(start, length));

    [Fact]
    public void The_end_lies_behind_the_last_code_unit()
    {
        var span = new TextSpan(3, 4);

        Assert.Equal((3, 4, 7), (span.Start, span.Length, span.End));
        Assert.Equal(span, TextSpan.FromBounds(3, 7));
        Assert.Equal("[3, 7)", span.ToString());
    }

    [Fact]
    public void The_default_span_is_the_empty_one_at_zero()
    {
        Assert.Equal(new TextSpan(0, 0), default);
        Assert.True(default(TextSpan).IsEmpty);
        Assert.False(new TextSpan(0, 1).IsEmpty);
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, -1)]
    [InlineData(int.MinValue, int.MaxValue)]
    [InlineData(1, int.MaxValue)]
    [InlineData(int.MaxValue, 1)]
    public void A_span_that_cannot_be_is_refused(int start, int length) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new TextSpan(start, length));

    [Fact]
    public void The_largest_span_ends_at_the_largest_number() =>
        Assert.Equal(int.MaxValue, new TextSpan(1, int.MaxValue - 1).End);

    [Theory]
    [InlineData(-1, 3)]
    [InlineData(4, 3)]
    public void Bounds_in_the_wrong_order_are_refused(int start, int end) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TextSpan.FromBounds(start, end));

    [Fact]
    public void Of_cuts_the_text() => Assert.Equal("news", new TextSpan(5, 4).Of("Read news now").ToString());

    [Fact]
    public void Of_refuses_a_text_that_is_too_short() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new TextSpan(2, 3).Of("four").ToString());

    [Fact]
    public void Spans_order_by_start_and_then_by_length()
    {
        TextSpan[] spans = [new(4, 1), new(2, 5), new(2, 0), new(0, 9)];

        Array.Sort(spans);

        Assert.Equal([new(0, 9), new(2, 0), new(2, 5), new(4, 1)], spans);
    }

    [Fact]
    public void Relations_agree_with_the_sets_of_positions() =>
        Gen.Select(Spans, Spans).Sample((a, b) =>
        {
            var inA = Enumerable.Range(a.Start, a.Length).ToHashSet();
            var inB = Enumerable.Range(b.Start, b.Length).ToHashSet();
            Assert.Equal(inA.Overlaps(inB), a.Overlaps(b));
            Assert.Equal(a.Overlaps(b), b.Overlaps(a));
            Assert.Equal(b.Start >= a.Start && b.End <= a.End, a.Contains(b));
            Assert.True(b.IsEmpty || a.Contains(b) == inB.IsSubsetOf(inA));
            Assert.All(Enumerable.Range(-2, 30), position => Assert.Equal(inA.Contains(position), a.Contains(position)));
        });

    [Fact]
    public void Comparisons_agree_with_each_other() =>
        Gen.Select(Spans, Spans).Sample((a, b) =>
        {
            var order = a.CompareTo(b);
            Assert.Equal(-Math.Sign(order), Math.Sign(b.CompareTo(a)));
            Assert.Equal(order == 0, a == b);
            Assert.Equal(order < 0, a < b);
            Assert.Equal(order > 0, a > b);
            Assert.Equal(order <= 0, a <= b);
            Assert.Equal(order >= 0, a >= b);
        });
}
