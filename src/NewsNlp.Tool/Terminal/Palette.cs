namespace NewsNlp.Tool.Terminal;

/// <summary>What a piece of text is, for its colour.</summary>
internal enum Style
{
    Plain,
    Title,
    Faint,
    Person,
    Organization,
    Place,
    Other,
}

/// <summary>Turns styles into escape sequences of the sixteen colours that every terminal has, or into nothing.</summary>
internal sealed class Palette(bool enabled)
{
    public string On(Style style) => !enabled ? "" : style switch
    {
        Style.Title => "\e[1m",
        Style.Faint => "\e[2m",
        Style.Person => "\e[1;36m",
        Style.Organization => "\e[33m",
        Style.Place => "\e[32m",
        Style.Other => "\e[35m",
        _ => "",
    };

    public string Off(Style style) => enabled && style != Style.Plain ? "\e[0m" : "";
}
