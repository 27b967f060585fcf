using NewsNlp.Models;
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

        _ = model;
        return new NlpPipelineBuilder()
            .UseTokenizer(new EnglishTokenizer(options.Tokenizer))
            .LimitTextLength(options.MaxTextLength);
    }
}
