using System.CommandLine;

namespace NewsNlp.Tool.Commands;

/// <summary>Options that take a whole number between two others.</summary>
internal static class Numbers
{
    public static Option<int> Whole(string name, string description, int otherwise, int least, int most)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => otherwise, HelpName = "N" };
        option.Validators.Add(result =>
        {
            if (result.Errors.Any() || result.Tokens.Count == 0) return;
            if (!int.TryParse(result.Tokens[0].Value, out int value) || value < least || value > most)
                result.AddError($"{name} takes a number from {least} to {most}, not '{result.Tokens[0].Value}'.");
        });
        return option;
    }
}
