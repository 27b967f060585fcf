using NewsNlp.Lexicons;

namespace NewsNlp.Tests.Lexicons;

/// <summary>Initials as numbers.</summary>
public class InitialsTests
{
    [Theory]
    [InlineData("AL")]
    [InlineData("ABCD")]
    public void Two_to_four_capitals_are_initials_and_each_their_own(string form)
    {
        Assert.NotEqual(0u, Initials.Of(form));
        Assert.NotEqual(Initials.Of(form), Initials.Of(form[1..] + "Z"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("Al")]
    [InlineData("ABCDE")]
    [InlineData("ÅL")]
    [InlineData("A1")]
    public void Other_forms_are_none(string form) => Assert.Equal(0u, Initials.Of(form));

    [Fact]
    public void The_first_letters_of_a_name_give_the_number_of_its_initials()
    {
        uint initials = 0;

        Assert.True(Initials.TryAdd(ref initials, 'A') && Initials.TryAdd(ref initials, 'L'));
        Assert.Equal(Initials.Of("AL"), initials);
        Assert.False(Initials.TryAdd(ref initials, 'v'));
    }
}
