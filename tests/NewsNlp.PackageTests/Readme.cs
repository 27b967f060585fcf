namespace NewsNlp.PackageTests;

/// <summary>The blocks of code in README.md.</summary>
internal static class Readme
{
    /// <summary>The first program, and the first block behind it that is plain text: what the program prints.</summary>
    public static (string Program, string Output) FirstProgram()
    {
        var blocks = Blocks().ToList();
        var program = blocks.FindIndex(block => block.Language == "csharp");
        Assert.True(program >= 0, "README.md has a block of C#");
        var output = blocks.FindIndex(program, block => block.Language is "text" or "");
        Assert.True(output >= 0, "README.md shows the output of its first program");
        return (blocks[program].Code, blocks[output].Code);
    }

    /// <summary>The one block of C# that holds <paramref name="words"/>.</summary>
    public static string BlockWith(string words) => Assert.Single(
        Blocks(), block => block.Language == "csharp" && block.Code.Contains(words, StringComparison.Ordinal)).Code;

    /// <summary>The fenced blocks, in order.</summary>
    public static IEnumerable<(string Language, string Code)> Blocks()
    {
        string? language = null;
        var code = new List<string>();
        foreach (var line in File.ReadLines(Path.Combine(SourceTree.Root, "README.md")))
        {
            if (!line.StartsWith("```", StringComparison.Ordinal))
            {
                code.Add(line);
            }
            else if (language is null)
            {
                language = line[3..].Trim();
                code.Clear();
            }
            else
            {
                yield return (language, string.Join('\n', code) + "\n");
                language = null;
            }
        }
    }
}
