using NewsNlp.Documents;
using NewsNlp.Documents.Layers;
using NewsNlp.Sentences;
using NewsNlp.Tokenization;
using NewsNlp.Training.Data;

namespace NewsNlp.Training.Sentences;

/// <summary>Measures a splitter: a sentence is right if it starts and ends where the gold one does.</summary>
internal static class SentenceScorer
{
    public static double F1(IEnumerable<GoldDocument> texts, TextLayout layout, ITokenizer tokenizer, ISentenceSplitter splitter)
    {
        int right = 0, found = 0, wanted = 0;
        var ends = new List<int>();
        var tokens = new TokenBuffer();
        foreach (var gold in texts)
        {
            var text = layout.Apply(gold, ends);
            tokens.Clear();
            tokenizer.Tokenize(text, tokens);
            var builder = new DocumentBuilder(text);
            builder.AddTokens(new TokenLayer(tokens.Starts.ToArray(), tokens.Lengths.ToArray(), tokens.Kinds.ToArray()));
            var document = builder.AddSentences(sink => splitter.Split(builder.Document, sink)).Document;
            var spans = new HashSet<TextSpan>();
            var start = 0;
            foreach (var end in ends)
            {
                while (char.IsWhiteSpace(text[start]))
                {
                    start++;
                }

                spans.Add(TextSpan.FromBounds(start, end));
                start = end;
            }

            wanted += spans.Count;
            foreach (var sentence in document.Sentences)
            {
                found++;
                right += spans.Contains(sentence.Span) ? 1 : 0;
            }
        }

        return found + wanted == 0 ? 0 : 200.0 * right / (found + wanted);
    }
}
