using NewsNlp.Tagging;

namespace NewsNlp.Tests.Tagging;

public class FileNamesTests
{
    [Theory]
    [InlineData("budget.pdf")]
    [InlineData("Harbour_Plan-2.DOCX")]
    [InlineData("7.zip")]
    [InlineData("minutes.final.gz")]
    public void Names_of_files_are_told_by_their_endings(string form) => Assert.True(FileNames.Is(form));

    [Theory]
    [InlineData("pdf")]
    [InlineData(".pdf")]
    [InlineData("budget.")]
    [InlineData("velling.com")]
    [InlineData("velling.com/budget.pdf")]
    [InlineData("marta@velling.zip")]
    [InlineData("U.S.")]
    [InlineData("2.50")]
    [InlineData("budget.pdfs")]
    [InlineData("")]
    public void Everything_else_is_none(string form) => Assert.False(FileNames.Is(form));

    [Fact]
    public void All_names_of_files_are_the_same_word_to_dictionaries()
    {
        Assert.Equal(TaggerWord.Hashes("budget.pdf"), TaggerWord.Hashes("Harbour_Plan-2.DOCX"));
        Assert.NotEqual(TaggerWord.Hashes("budget.pdf"), TaggerWord.Hashes("velling.com"));
    }
}
