using NewsNlp.Tool.Input;
using NewsNlp.Tool.Input.Html;

namespace NewsNlp.Fuzz.Targets;

/// <summary>The tool's reader of saved web pages: an article with text, or an error that says what is wrong, from any bytes.</summary>
internal sealed class HtmlPageTarget : IFuzzTarget
{
    public string Name => "html";

    public InputForm Form => InputForm.Text;

    public void Run(ReadOnlySpan<byte> input)
    {
        try
        {
            var article = HtmlArticle.Read(input.ToArray(), "fuzz");
            if (string.IsNullOrWhiteSpace(article.Text)) throw new FindingException("An article has no text.");
            if (article.Metadata.Id != "fuzz") throw new FindingException("An article lost its id.");
        }
        catch (InputException)
        {
            // What is promised where there is no article.
        }
    }
}
