namespace NewsNlp.Structure;

/// <summary>Reads the phrase lists that are embedded in the assembly: a phrase a line, <c>#</c> for comments.</summary>
internal static class PhraseFile
{
    /// <summary>The phrases of a list, in its order. Blanks at a line's end belong to the phrase.</summary>
    /// <param name="name">The resource's logical name, such as <c>Structure/places.txt</c>.</param>
    public static List<string> Read(string name)
    {
        using var stream = typeof(PhraseFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly lacks the resource '{name}'.");
        using var reader = new StreamReader(stream);
        var phrases = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                phrases.Add(line);
            }
        }

        return phrases;
    }
}
