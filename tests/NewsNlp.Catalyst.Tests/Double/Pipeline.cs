using Mosaik.Core;

namespace Catalyst;

/// <summary>
/// Tokens, sentences, tags and names as simple as can be, with the flaws of the package that a bridge has to know of.
/// </summary>
public sealed class Pipeline
{
    private readonly Language _language;

    private Pipeline(Language language) => _language = language;

    public static Task<Pipeline> ForAsync(Language language) => Models.English.IsRegistered
        ? Task.FromResult(new Pipeline(language))
        : throw new FileNotFoundException("The model is not registered.");

    /// <summary>Annotates a document; <paramref name="cancellationToken"/> changes nothing.</summary>
    public IDocument ProcessSingle(IDocument document, CancellationToken cancellationToken)
    {
        // A document in no language that the pipeline knows is handed back as it came.
        if (document is Document own && own.Value.Length > 0 && own.Language == _language)
        {
            Process(own);
        }

        return document;
    }

    private static void Process(Document document)
    {
        var isNew = document.Sentences.Count == 0;
        if (isNew)
        {
            document.Sentences.Add(new Sentence(0, document.Value.Length - 1));
        }

        // Nothing is cleared: what was processed before has its tokens twice now.
        foreach (var sentence in document.Sentences)
        {
            Tokenizer.Tokenize(document.Value, sentence);
        }

        if (isNew)
        {
            SplitSentences(document);
        }

        foreach (var sentence in document.Sentences)
        {
            Vocabulary.Tag(sentence.Tokens);
            Names.Mark(sentence.Tokens);
        }
    }

    private static void SplitSentences(Document document)
    {
        var tokens = document.Sentences[0].Tokens;
        document.Sentences.Clear();
        for (var first = 0; first < tokens.Count;)
        {
            var last = first;
            while (last + 1 < tokens.Count && !Ends(tokens, last))
            {
                last++;
            }

            var sentence = new Sentence(tokens[first].Begin, tokens[last].End);
            for (var i = first; i <= last; i++)
            {
                tokens[i].Index = i - first;
                sentence.Tokens.Add(tokens[i]);
            }

            document.Sentences.Add(sentence);
            first = last + 1;
        }
    }

    /// <summary>Behind a final mark and the quotation mark that closes behind it, before a capital or an opening one.</summary>
    private static bool Ends(List<Word> tokens, int index)
    {
        var isClosing = tokens[index].Value is "”" or "\"" && index > 0;
        var mark = isClosing ? tokens[index - 1].Value : tokens[index].Value;
        var next = tokens[index + 1].Value;
        return mark is "." or "!" or "?"
            && (char.IsUpper(next[0]) || next[0] == '“' || (next[0] == '"' && tokens[index + 1].Begin > tokens[index].End + 1));
    }
}
