using System.Text;
using AngleSharp.Dom;

namespace NewsNlp.Tool.Input.Html;

/// <summary>Turns elements into the paragraphs that a reader sees: white space collapsed, line breaks kept.</summary>
internal sealed class HtmlParagraphs
{
    private static readonly HashSet<string> Skipped = new(StringComparer.Ordinal)
    {
        "script", "style", "noscript", "template", "svg", "math", "form", "button", "select", "textarea", "nav", "iframe", "object", "audio", "video",
        "canvas", "dialog", "footer", "head",
    };

    private static readonly HashSet<string> Inline = new(StringComparer.Ordinal)
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark",
        "meter", "output", "picture", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u",
        "var", "wbr", "img", "source",
    };

    private readonly List<string> _paragraphs = [];
    private readonly StringBuilder _current = new();
    private bool _spaceDue;

    public static List<string> Of(INode root)
    {
        var paragraphs = new HtmlParagraphs();
        paragraphs.Walk(root);
        paragraphs.EndParagraph();
        return paragraphs._paragraphs;
    }

    /// <summary>Without recursion: pages may be nested deeper than a stack.</summary>
    private void Walk(INode root)
    {
        var node = root;
        while (node is not null)
        {
            if (Enter(node) && node.FirstChild is { } child)
            {
                node = child;
                continue;
            }

            while (node is not null)
            {
                Leave(node);
                if (node == root)
                {
                    return;
                }

                if (node.NextSibling is { } next)
                {
                    node = next;
                    break;
                }

                node = node.Parent;
            }
        }
    }

    /// <returns>Whether to look inside.</returns>
    private bool Enter(INode node)
    {
        switch (node)
        {
            case IText text:
                Append(text.Data);
                return false;
            case IElement element when Skipped.Contains(element.LocalName) || element.HasAttribute("hidden"):
                return false;
            case IElement { LocalName: "br" }:
                Break();
                return false;
            case IElement element:
                if (!Inline.Contains(element.LocalName))
                {
                    EndParagraph();
                }

                return true;
            default:
                return node.NodeType is NodeType.Document or NodeType.DocumentFragment;
        }
    }

    private void Leave(INode node)
    {
        if (node is IElement element && !Inline.Contains(element.LocalName) && element.LocalName != "br")
        {
            EndParagraph();
        }
    }

    private void Append(string text)
    {
        foreach (var c in text)
        {
            if (c is ' ' or '\t' or '\n' or '\r' or '\f')
            {
                _spaceDue = true;
                continue;
            }

            if (_spaceDue && _current.Length > 0 && _current[^1] != '\n')
            {
                _current.Append(' ');
            }

            _spaceDue = false;
            _current.Append(c);
        }
    }

    /// <summary>One break ends a line, two in a row end a paragraph.</summary>
    private void Break()
    {
        if (_current.Length > 0 && _current[^1] == '\n')
        {
            EndParagraph();
        }
        else if (_current.Length > 0)
        {
            _current.Append('\n');
        }

        _spaceDue = false;
    }

    private void EndParagraph()
    {
        var text = _current.ToString().Trim();
        _current.Clear();
        _spaceDue = false;
        if (text.Length > 0)
        {
            _paragraphs.Add(text);
        }
    }
}
