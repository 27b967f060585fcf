using CsCheck;
using NewsNlp.Documents;
using NewsNlp.Documents.Sinks;
using NewsNlp.Structure;
using NewsNlp.Tests.Support;
using NewsNlp.Tokenization;

namespace NewsNlp.Tests.Pipeline;

/// <summary>A tokenizer knows nothing of blocks; the pipeline sees to it that no token lies in two of them.</summary>
public class BlocksAndTokensTests
{
    private static readonly EnglishTokenizer Tokenizer = new();

    [Fact]
    public void A_block_that_ends_inside_a_run_of_characters_ends_a_token()
    {
        var pipeline = TestStages.Builder().UseBlockDetector(new CutAt(6)).Build();

        var document = pipeline.Process("Friday Ahn,Reuters said so");
        var cut = TestStages.Builder().UseBlockDetector(new CutAt(11)).Build().Process("Friday Ahn,Reuters said so");

        Assert.Equal(["Friday", "Ahn,Reuters", "said", "so"], document.Tokens.Select(token => token.Text));
        Assert.Equal(["Friday", "Ahn,", "Reuters", "said", "so"], cut.Tokens.Select(token => token.Text));
    }

    [Fact]
    public void Any_text_cut_anywhere_gives_tokens_in_one_block_each() =>
        Gen.Select(TextGen.Any, Gen.Int[0, 100].Array[0, 6]).Sample((text, cuts) =>
        {
            var document = new NlpPipelineBuilder().UseBlockDetector(new CutAt(cuts)).UseTokenizer(Tokenizer).Build().Process(text);

            Assert.All(document.Tokens, token => Assert.Single(document.Blocks, block => block.Span.Contains(token.Span)));
        });

    private sealed class CutAt(params int[] cuts) : IBlockDetector
    {
        public void Detect(ReadOnlySpan<char> text, BlockSink sink)
        {
            var length = text.Length;
            var start = 0;
            foreach (var cut in cuts.Where(cut => cut < length).Append(length).Order())
            {
                if (cut > start && !text[start..cut].IsWhiteSpace())
                {
                    sink.Add(TextSpan.FromBounds(start, cut), BlockKind.Paragraph);
                }

                start = Math.Max(start, cut);
            }
        }
    }
}
