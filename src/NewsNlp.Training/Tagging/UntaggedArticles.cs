using System.Text.Json;
using NewsNlp.Documents;
using NewsNlp.Models;
using NewsNlp.Sentences;
using NewsNlp.Structure;
using NewsNlp.Tagging;
using NewsNlp.Tokenization;

namespace NewsNlp.Training.Tagging;

/// <summary>News that nobody has tagged, in the product's own sentences: how its words are used can be seen all the same.</summary>
internal sealed class UntaggedArticles
{
    private readonly List<Document> _documents = [];
    private readonly NlpPipeline _pipeline;

    /// <summary>Makes a reader that splits sentences as <paramref name="model"/> does.</summary>
    public UntaggedArticles(NlpModel model) =>
        _pipeline = new NlpPipelineBuilder().UseBlockDetector(new NewsBlockDetector()).UseTokenizer(new EnglishTokenizer())
            .UseSentenceSplitter(new EnglishSentenceSplitter(model)).Build();

    /// <summary>How many tokens they have.</summary>
    public int TokenCount => _documents.Sum(document => document.Tokens.Count);

    /// <summary>Reads the <c>text</c> of each line of a file of JSON Lines.</summary>
    public void Read(string path)
    {
        foreach (string line in File.ReadLines(path))
        {
            if (line.Length == 0) continue;
            using var json = JsonDocument.Parse(line);
            _documents.Add(_pipeline.Process(json.RootElement.GetProperty("text").GetString()!));
        }
    }

    /// <summary>Counts the tags that a tagger gives to their words.</summary>
    public TagDictionaryBuilder Count(IPartOfSpeechTagger tagger, TagDictionaryBuilder counts)
    {
        foreach (var document in _documents)
        {
            var tags = new Upos[document.Tokens.Count];
            foreach (var sentence in document.Sentences)
                tagger.Tag(sentence, tags.AsSpan(sentence.FirstToken, sentence.TokenCount));
            counts.Add(document, tags);
        }
        counts.NumberClasses();
        return counts;
    }
}
