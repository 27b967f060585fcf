using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using NewsNlp.Tokenization;
using NewsNlp.Tokenization.Simd;

namespace NewsNlp.Tests.Tokenization.Simd;

public class TokenizerBackEndTests
{
    private static readonly TokenRules Rules = new(new TokenizerOptions());

    [Fact]
    public void The_widest_vectors_of_the_processor_are_used()
    {
        var expected = Avx512Vbmi2.IsSupported ? VectorWidth.Avx512
            : Avx2.IsSupported ? VectorWidth.Avx2
            : Vector128.IsHardwareAccelerated ? VectorWidth.Vector128
            : VectorWidth.None;

        Assert.Equal(expected, TokenizerBackEnd.Create(Rules, VectorWidth.Widest).Width);
    }

    [Fact]
    public void No_wider_vectors_are_used_than_asked_for()
    {
        foreach (var most in Enum.GetValues<VectorWidth>())
        {
            Assert.True(TokenizerBackEnd.Create(Rules, most).Width <= most);
        }
    }

    [Fact]
    public void Strings_of_the_user_are_read_by_the_definition()
    {
        var rules = new TokenRules(new TokenizerOptions { NeverSplit = { "Yahoo!" } });

        Assert.Equal(VectorWidth.None, TokenizerBackEnd.Create(rules, VectorWidth.Widest).Width);
    }

    [Fact]
    public void Nothing_is_allocated_once_the_buffer_is_large_enough()
    {
        var text = string.Join('\n', GoldFile.Cases().Select(gold => gold.Text));
        var utf8 = System.Text.Encoding.UTF8.GetBytes(text);
        foreach (var (_, tokenizer) in BackEnds.Default.Vectors.Append((VectorWidth.None, BackEnds.Default.Scalar)))
        {
            var tokens = new TokenBuffer();
            long before = 0;
            for (var i = 0; i < 4; i++)
            {
                before = i == 3 ? GC.GetAllocatedBytesForCurrentThread() : 0;
                tokens.Clear();
                tokenizer.Tokenize(text, tokens);
                tokens.Clear();
                tokenizer.Tokenize(utf8, tokens);
            }

            Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        }
    }
}
