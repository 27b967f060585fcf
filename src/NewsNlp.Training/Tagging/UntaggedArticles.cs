using System.Text.Json;
using NewsNlp.Documents;
using NewsNlp.Models;
using NewsNlp.Sentences;
using NewsNlp.Tagging;
using NewsNlp.Tokenization;

namespace NewsNlp.Training.Tagging;

/// <summary>
/// News that nobody has tagged, in the product's own sentences: how its words are used can be seen all the same. It is read as plain text,
/// without blocks, so that no new rule about pages changes the tagger.
/// </summary>
internal sealed class UntaggedArticles
{
    private readonly List<Document> _documents = [];

    /// <summary>Reads the <c>text</c> of each line of JSON Lines, and splits sentences as <paramref name="model"/> does.</summary>
    public UntaggedArticles(NlpModel model, IEnumerable<string> paths)
    {
        var pipeline = new NlpPipelineBuilder().UseTokenizer(new EnglishTokenizer())
            .UseSentenceSplitter(new EnglishSentenceSplitter(model)).Build();
        foreach (string line in paths.SelectMany(File.ReadLines))
        {
            if (line.Length == 0) continue;
            using var json = JsonDocument.Parse(line);
            _documents.Add(pipeline.Process(json.RootElement.GetProperty("text").GetString()!));
        }
    }

    /// <summary>How many tokens they have.</summary>
    public int TokenCount => _documents.Sum(document => document.Tokens.Count);

    /// <summary>Adds the tags that a tagger gives to their words to <paramref name="counts"/>.</summary>
    public void Count(IPartOfSpeechTagger tagger, TagDictionaryBuilder counts)
    {
        foreach (var document in _documents)
        {
            var tags = new Upos[document.Tokens.Count];
            foreach (var sentence in document.Sentences)
                tagger.Tag(sentence, tags.AsSpan(sentence.FirstToken, sentence.TokenCount));
            counts.Add(document, tags);
        }
        counts.NumberClasses();
    }
}
