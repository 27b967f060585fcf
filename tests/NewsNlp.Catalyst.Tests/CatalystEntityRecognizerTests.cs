using NewsNlp.Catalyst.Tests.Support;
using NewsNlp.Documents;
using NewsNlp.Tokenization;
using CatalystDocument = Catalyst.Document;
using Language = Mosaik.Core.Language;

namespace NewsNlp.Catalyst.Tests;

public class CatalystEntityRecognizerTests
{
    private static readonly NlpPipeline Pipeline = NlpPipelineBuilder.CreateDefault()
        .UseCatalystEntityRecognizer(Annotated.Pipeline)
        .Without(Layer.Quotes)
        .Without(Layer.Coreference)
        .Build();

    [Fact]
    public void Mentions_are_Catalysts_over_this_librarys_tokens()
    {
        var document = Pipeline.Process(Articles.OneLine);

        Assert.Equal(Annotated.Document(Articles.OneLine).Names(), document.Names());
        Assert.Equal(
            Articles.OneLine.IndexOf("Ines Okoro", StringComparison.Ordinal),
            document.EntityMentions.Single(mention => mention.Text == "Ines Okoro").Span.Start);
    }

    [Fact]
    public void The_text_is_read_block_by_block()
    {
        var document = Pipeline.Process(Articles.Harbour);
        var expected = document.Blocks.SelectMany(block => Annotated.Document(block.Text).Names());

        Assert.Equal(expected, document.Names());
        Assert.Contains("Organization: Brightwater Harbour Trust", document.Names());
    }

    [Fact]
    public void Control_characters_shift_nothing()
    {
        const string text = "Berths\t412\u0001 at\tPort Elwin,\tIn es\u0002 Okoro, Ines\tOkoro";
        Assert.NotEqual(text.Length, new CatalystDocument(text, Language.English).Value.Length);

        var document = Pipeline.Process(text);

        Assert.Contains("Location: Port Elwin", document.Names());
        Assert.Contains("Person: Ines\tOkoro", document.Names());
    }

    [Fact]
    public void Mentions_end_behind_their_last_character()
    {
        const string text = "The boats left Saltmere";

        var mention = Assert.Single(Pipeline.Process(text).EntityMentions);

        Assert.Equal(TextSpan.FromBounds(15, text.Length), mention.Span);
    }

    [Theory]
    [InlineData("I don't know that Marta O'Dell won't leave Saltmere.", "Marta O'Dell", "Saltmere")]
    [InlineData("Gov. Okoro can't leave Port Elwin.", "Okoro", "Port Elwin")]
    [InlineData("The boats are ready!🎉 Saltmere🎉 and ready🎉 at Port Elwin.", "Saltmere", "Port Elwin")]
    public void Wrong_offsets_inside_words_move_no_mention(string text, params string[] names)
    {
        var document = Pipeline.Process(text);
        var found = document.EntityMentions.Select(mention => mention.Text).ToList();

        // A name whose last letter an emoji took is none to Catalyst; the others stand where they stand.
        var known = Annotated.Document(text).Names();
        Assert.NotEmpty(found);
        Assert.Equal(names.Where(name => known.Exists(k => k.EndsWith(name, StringComparison.Ordinal))), found);
    }

    [Fact]
    public void A_mention_covers_every_token_that_it_has_a_part_of()
    {
        var options = new TokenizerOptions();
        options.NeverSplit.Add("Saltmere!");
        var pipeline = NlpPipelineBuilder.CreateDefault()
            .UseTokenizer(new EnglishTokenizer(options))
            .UseCatalystEntityRecognizer(Annotated.Pipeline)
            .Build();

        var document = pipeline.Process("The boats left Port Elwin for Saltmere!");

        Assert.Equal(["Location: Port Elwin", "Location: Saltmere!"], document.Names());
    }

    [Fact]
    public void The_same_text_twice_finds_the_same() =>
        Assert.Equal(Pipeline.Process(Articles.Harbour).Names(), Pipeline.Process(Articles.Harbour).Names());

    [Fact]
    public void Many_threads_share_it()
    {
        var expected = Pipeline.Process(Articles.Harbour).Names().ToList();

        var found = Enumerable.Range(0, 64).AsParallel().WithDegreeOfParallelism(4)
            .Select(_ => Pipeline.Process(Articles.Harbour).Names().ToList())
            .ToList();

        Assert.All(found, names => Assert.Equal(expected, names));
    }

    [Fact]
    public void A_document_without_blocks_is_read_as_a_whole()
    {
        var document = NlpPipelineBuilder.CreateDefault().UseCatalystEntityRecognizer(Annotated.Pipeline)
            .Without(Layer.Blocks).Build().Process(Articles.OneLine);

        Assert.Equal(Annotated.Document(Articles.OneLine).Names(), document.Names());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t \n")]
    [InlineData("\u0001 …")]
    public void Text_without_words_has_no_entities(string text) => Assert.Empty(Pipeline.Process(text).EntityMentions);

    [Fact]
    public void Catalyst_ignores_cancellation_and_this_does_not()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var catalyst = new CatalystDocument(Articles.OneLine, Language.English);
        Annotated.Pipeline.ProcessSingle(catalyst, source.Token);
        Assert.NotEmpty(catalyst.Tokens());

        using var later = new CancellationTokenSource();
        var calls = 0;
        var pipeline = NlpPipelineBuilder.CreateDefault()
            .UseCatalystEntityRecognizer(Annotated.Pipeline, labels: type =>
            {
                calls++;
                later.Cancel();
                return CatalystLabels.FromType(type);
            })
            .Build();

        Assert.ThrowsAny<OperationCanceledException>(() => pipeline.Process(Articles.Harbour, default, later.Token));
        Assert.Equal(Annotated.Document(Articles.Harbour[..Articles.Harbour.IndexOf('\n')]).Names().Count, calls);
    }

    [Fact]
    public void A_language_that_is_not_known_is_refused() =>
        Assert.Throws<ArgumentException>(() => new CatalystEntityRecognizer(Annotated.Pipeline, Language.Unknown));

    [Fact]
    public void A_language_that_is_not_the_pipelines_is_an_error()
    {
        Assert.Empty(Annotated.Document(Articles.OneLine, Language.French).Tokens());
        var pipeline = NlpPipelineBuilder.CreateDefault().UseCatalystEntityRecognizer(Annotated.Pipeline, Language.French).Build();

        var exception = Assert.Throws<StageException>(() => pipeline.Process(Articles.OneLine));

        Assert.Equal(nameof(CatalystEntityRecognizer), exception.StageName);
        Assert.Contains("language is French", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Null_is_refused()
    {
        Assert.Throws<ArgumentNullException>(() => new CatalystEntityRecognizer(null!));
        Assert.Throws<ArgumentNullException>(() => ((NlpPipelineBuilder)null!).UseCatalystEntityRecognizer(Annotated.Pipeline));
    }
}
