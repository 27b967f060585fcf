using System.Globalization;

namespace NewsNlp.Tests.Support;

/// <summary>A culture that answers nothing: whoever asks it how to write, compare or fold gets an exception.</summary>
internal sealed class NoCulture() : CultureInfo("")
{
    public override CompareInfo CompareInfo => throw Asked();

    public override TextInfo TextInfo => throw Asked();

    public override Calendar Calendar => throw Asked();

    public override NumberFormatInfo NumberFormat
    {
        get => throw Asked();
        set => throw Asked();
    }

    public override DateTimeFormatInfo DateTimeFormat
    {
        get => throw Asked();
        set => throw Asked();
    }

    public override object GetFormat(Type? formatType) => throw Asked();

    /// <summary>Runs something under this culture.</summary>
    public static T Under<T>(Func<T> run)
    {
        var before = CurrentCulture;
        CurrentCulture = new NoCulture();
        try
        {
            return run();
        }
        finally
        {
            CurrentCulture = before;
        }
    }

    private static InvalidOperationException Asked() => new("The current culture was asked.");
}
