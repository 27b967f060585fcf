using NewsNlp.Lexicons;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Shapes;

/// <summary>
/// How many speakers the labels of a transcript name. One is labelled by the same last word, and by initials: "Ann Lee:" at
/// first and "AL:" from then on. Scratch memory.
/// </summary>
internal sealed class LabelNames
{
    private readonly Dictionary<ulong, int> _names = [];
    private readonly Dictionary<uint, ulong> _initials = [];

    /// <summary>Counts the names of some labels.</summary>
    public int Count(ArticleReader article, List<SpeakerLabels.Line> lines)
    {
        _names.Clear();
        _initials.Clear();
        for (var i = 0; i < lines.Count; i++)
        {
            article.Look(i);
            var line = lines[i];
            if (line.Colon - line.First > 1 && InitialsOfWords(article, line) is > 0 and var initials)
            {
                _initials.TryAdd(initials, article.Forms[line.Colon - 1]);
            }
        }

        foreach (var line in lines)
        {
            var name = NameOf(article, line);
            _names[name] = _names.GetValueOrDefault(name) + 1;
        }

        return _names.Count;
    }

    /// <summary>Whether another of the counted labels names the same speaker.</summary>
    public bool IsRepeated(ArticleReader article, SpeakerLabels.Line line) => _names.GetValueOrDefault(NameOf(article, line)) > 1;

    private ulong NameOf(ArticleReader article, SpeakerLabels.Line line)
    {
        var isOne = line.Colon - line.First == 1;
        return isOne && Initials.Of(article.Form(line.First)) is > 0 and var own && _initials.TryGetValue(own, out var name) ? name : article.Forms[line.Colon - 1];
    }

    private static uint InitialsOfWords(ArticleReader article, SpeakerLabels.Line line)
    {
        uint initials = 0;
        for (var i = line.First; i < line.Colon; i++)
        {
            if (i - line.First >= Initials.Most || !Initials.TryAdd(ref initials, article.Form(i)[0]))
            {
                return 0;
            }
        }

        return initials;
    }
}
