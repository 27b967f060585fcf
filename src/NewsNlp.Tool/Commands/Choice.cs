using System.CommandLine;
using System.CommandLine.Parsing;

namespace NewsNlp.Tool.Commands;

/// <summary>An option that takes one of a few words, the default first.</summary>
internal sealed class Choice<T>
{
    private readonly (string Word, T Value)[] _choices;

    public Choice(string name, string description, params (string Word, T Value)[] choices)
    {
        _choices = choices;
        Option = new Option<string>(name)
        {
            Description = description,
            HelpName = string.Join("|", choices.Select(choice => choice.Word)),
            DefaultValueFactory = _ => choices[0].Word,
        };
        Option.CompletionSources.Add([.. choices.Select(choice => choice.Word)]);
        Option.Validators.Add(Validate);
    }

    public Option<string> Option { get; }

    /// <summary>What a word stands for; the default where it is none of them, which is reported elsewhere.</summary>
    public T Of(string? word) => (Find(word) ?? _choices[0]).Value;

    public T ValueIn(ParseResult result) => Find(result.GetValue(Option))!.Value.Value;

    private (string Word, T Value)? Find(string? word)
    {
        foreach (var choice in _choices)
        {
            if (choice.Word == word)
            {
                return choice;
            }
        }

        return null;
    }

    private void Validate(OptionResult result)
    {
        if (result.Tokens.Count > 0 && Find(result.Tokens[0].Value) is null)
        {
            result.AddError($"{Option.Name} takes {string.Join(", ", _choices.Select(choice => choice.Word))}, not '{result.Tokens[0].Value}'.");
        }
    }
}
