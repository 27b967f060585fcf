using Microsoft.Extensions.Options;
using NewsNlp.Documents;

namespace NewsNlp;

/// <summary>Finds everything that is wrong with the options, not only the first thing.</summary>
internal sealed class NewsNlpOptionsValidator : IValidateOptions<NewsNlpOptions>
{
    public ValidateOptionsResult Validate(string? name, NewsNlpOptions options)
    {
        var problems = Problems(options);
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    public static List<string> Problems(NewsNlpOptions options)
    {
        var problems = new List<string>();
        if (options.MaxTextLength < 1)
        {
            problems.Add($"{nameof(options.MaxTextLength)} is {options.MaxTextLength}; it must be at least 1.");
        }

        if (options.ModelPath is { } path && !File.Exists(path))
        {
            problems.Add($"{nameof(options.ModelPath)} names '{path}', where there is no file; leave it out for the built-in model.");
        }

        foreach (var layer in options.Without)
        {
            if (!Enum.IsDefined(layer))
            {
                problems.Add($"{nameof(options.Without)} names a layer that does not exist: {layer}.");
            }
            else if (layer == Layer.Tokens)
            {
                problems.Add($"{nameof(options.Without)} names {layer}, on which every other layer stands.");
            }
        }

        if (options.Tokenizer is null)
        {
            problems.Add($"{nameof(options.Tokenizer)} is null; leave it out for the defaults.");
        }

        return problems;
    }
}
