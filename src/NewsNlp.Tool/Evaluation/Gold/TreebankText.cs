using System.Text;
using NewsNlp.Documents;
using NewsNlp.Training.Data;

namespace NewsNlp.Tool.Evaluation.Gold;

/// <summary>A document of a treebank as it is put together.</summary>
internal sealed class TreebankText(string id)
{
    private readonly StringBuilder _text = new();
    private readonly List<(TextSpan Span, Upos Tag, string Lemma)> _words = [];
    private readonly List<(int First, int Count)> _sentences = [];
    private readonly List<int> _heads = [];
    private readonly Dictionary<string, int> _wordOf = [];
    private readonly List<string> _headIds = [];
    private readonly List<bool> _ties = [];
    private bool _gap = true;
    private int _firstWord;

    public void BeginSentence(bool isParagraph)
    {
        if (_text.Length > 0) _text.Append(isParagraph ? "\n\n" : _gap ? " " : "");
        _firstWord = _words.Count;
        _wordOf.Clear();
        _headIds.Clear();
    }

    /// <summary>Adds a token on the surface, which is one word or several.</summary>
    public void Add(string[] surface, string[][] parts)
    {
        bool isWhole = string.Concat(parts.Select(part => part[1])) != surface[1];
        foreach (string[] part in isWhole ? [parts[0]] : parts)
        {
            string form = isWhole ? surface[1] : part[1];
            _words.Add((new TextSpan(_text.Length, form.Length), Enum.TryParse(part[3], out Upos tag) ? tag : Upos.X, part[2]));
            _headIds.Add(part[6]);
            _ties.Add(NamingWords.IsTied(part[7]));
            _text.Append(form);
            _wordOf[part[0]] = _words.Count - 1;
        }

        if (isWhole)
            foreach (string[] part in parts) _wordOf[part[0]] = _words.Count - 1;
    }

    public void EndToken(bool hasGap, bool isLast)
    {
        _gap = hasGap;
        if (hasGap && !isLast) _text.Append(' ');
    }

    public void EndSentence()
    {
        _sentences.Add((_firstWord, _words.Count - _firstWord));
        _heads.AddRange(_headIds.Select(head => _wordOf.GetValueOrDefault(head, -1)));
    }

    public GoldDocument ToGold()
    {
        string text = _text.ToString();
        var document = new DocumentBuilder(text, new DocumentMetadata { Id = id })
            .AddTokens([.. _words.Select(word => word.Span)])
            .AddSentences(sink => _sentences.ForEach(sentence => sink.Add(sentence.First, sentence.Count)))
            .AddPartOfSpeech([.. _words.Select(word => word.Tag)])
            .AddLemmas([.. _words.Select(word => word.Lemma)])
            .Build();
        return new GoldDocument(id, text) { Tokens = document, HeadsOf = span => Heads(document, span) };
    }

    private List<TextSpan> Heads(Document document, TextSpan span)
    {
        int first = 0;
        while (first < document.Tokens.Count && document.Tokens[first].Span.Start < span.Start) first++;
        int end = first;
        while (end < document.Tokens.Count && document.Tokens[end].Span.End <= span.End) end++;
        return [.. NamingWords.Of(first, end, word => _heads[word], word => _ties[word]).Select(word => document.Tokens[word].Span)];
    }
}
