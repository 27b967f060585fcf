using NewsNlp.Coreference;
using NewsNlp.Entities;
using NewsNlp.Models;
using NewsNlp.Quotations;
using NewsNlp.Sentences;
using NewsNlp.Stages;
using NewsNlp.Structure;
using NewsNlp.Tagging;
using NewsNlp.Tokenization;

namespace NewsNlp;

public sealed partial class NlpPipelineBuilder
{
    /// <summary>Starts from every built-in stage.</summary>
    /// <param name="options">The settings; the defaults where null.</param>
    /// <param name="model">
    /// The model that the learned stages work from. Where null, the one that <see cref="NewsNlpOptions.ModelPath"/> names, else
    /// the one that comes with the library.
    /// </param>
    /// <exception cref="ArgumentException">The options are not valid; the message names every problem.</exception>
    /// <exception cref="ModelFormatException">The model lacks a section, or is damaged.</exception>
    public static NlpPipelineBuilder CreateDefault(NewsNlpOptions? options = null, NlpModel? model = null)
    {
        options ??= new NewsNlpOptions();
        if (NewsNlpOptionsValidator.Problems(options) is { Count: > 0 } problems)
        {
            throw new ArgumentException(string.Join(" ", problems), nameof(options));
        }

        model ??= Open(options.ModelPath);
        var builder = CreateBeforeQuotes(options, model)
            .UseQuoteAttributor(new NewsQuoteAttributor(model))
            .UseCoreferenceResolver(new DeterministicCoreferenceResolver(model))
            .LimitTextLength(options.MaxTextLength);
        foreach (var layer in options.Without)
        {
            builder.Without(layer);
        }

        return builder;
    }

    /// <summary>The stages whose layers quote attribution reads: what its models are trained on, too.</summary>
    internal static NlpPipelineBuilder CreateBeforeQuotes(NewsNlpOptions options, NlpModel model) =>
        new NlpPipelineBuilder()
            .UseBlockDetector(new NewsBlockDetector())
            .UseTokenizer(new EnglishTokenizer(options.Tokenizer))
            .UseSentenceSplitter(new EnglishSentenceSplitter(model))
            .UsePartOfSpeechTagger(new LearnedPartOfSpeechTagger(model))
            .Use(new LemmaStage(new Lemmatizer(model)))
            .UseEntityRecognizer(new EnglishEntityRecognizer(model));

    private static NlpModel Open(string? path)
    {
        if (path is null)
        {
            return NlpModel.Default;
        }

        using var file = File.OpenRead(path);
        return NlpModel.Load(file);
    }
}
