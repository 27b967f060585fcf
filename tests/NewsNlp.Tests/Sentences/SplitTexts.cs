using NewsNlp.Sentences;
using NewsNlp.Structure;
using NewsNlp.Tokenization;

namespace NewsNlp.Tests.Sentences;

/// <summary>Splits texts in both ways that the splitter has.</summary>
internal static class SplitTexts
{
    public static EnglishSentenceSplitter Splitter { get; } = new();

    /// <summary>The sentences of a text, without a document.</summary>
    public static IReadOnlyList<string> Direct(string text)
    {
        var tokens = new TokenBuffer();
        var sentences = new SentenceBuffer();
        new EnglishTokenizer().Tokenize(text, tokens);
        Splitter.Split(text, tokens, sentences);
        var found = new List<string>();
        var first = 0;
        foreach (var end in sentences.Ends)
        {
            found.Add(text[tokens.Starts[first]..(tokens.Starts[end - 1] + tokens.Lengths[end - 1])]);
            first = end;
        }

        return found;
    }

    /// <summary>The sentences of a document with its tokens, and its blocks if wanted.</summary>
    public static IReadOnlyList<string> OfDocument(string text, bool withBlocks)
    {
        var builder = new NlpPipelineBuilder().UseTokenizer(new EnglishTokenizer()).UseSentenceSplitter(Splitter);
        var pipeline = (withBlocks ? builder.UseBlockDetector(new NewsBlockDetector()) : builder).Build();
        return [.. pipeline.Process(text).Sentences.Select(sentence => sentence.Text)];
    }
}
