namespace NewsNlp.Examples.ConsoleProgram;

public class WhoSaidWhatTests
{
    [Fact]
    public void The_program_prints_who_said_what()
    {
        using var output = new StringWriter();
        WhoSaidWhat.Run(
            "Finance minister Marta Quill resigned on Friday. “I have lost the confidence of my colleagues,” Quill said. Prime Minister Owen Tarrant said Quill had served the country well.",
            new DateOnly(2024, 5, 31),
            output);

        Assert.Contains("Marta Quill", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("says: “I have lost the confidence of my colleagues,”", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("of whom Owen Tarrant:", output.ToString(), StringComparison.Ordinal);
    }
}
