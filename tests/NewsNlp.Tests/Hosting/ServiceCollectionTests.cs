using Microsoft.Extensions.DependencyInjection;
using NewsNlp.Documents;
using NewsNlp.Tests.Support;
using NewsNlp.Tokenization;

namespace NewsNlp.Tests.Hosting;

public class ServiceCollectionTests
{
    private static readonly AnnotationKey<string> First = new("first");
    private static readonly AnnotationKey<string> Second = new("second");

    [Fact]
    public void The_pipeline_is_a_singleton()
    {
        using var provider = new ServiceCollection().AddNewsNlp().BuildServiceProvider();

        var pipeline = provider.GetRequiredService<NlpPipeline>();

        Assert.Same(pipeline, provider.GetRequiredService<NlpPipeline>());
        Assert.Equal(NlpPipeline.CreateDefault().Layers, pipeline.Layers);
        Assert.Equal(["Rain", "fell", "."], pipeline.Process("Rain fell.").Tokens.Select(token => token.Text));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_hosts_own_tokenizer_wins_whichever_was_registered_first(bool before)
    {
        var calls = 0;
        var services = new ServiceCollection();
        if (before)
        {
            services.AddSingleton<ITokenizer>(new WordTokenizer(_ => calls++));
        }

        services.AddNewsNlp();
        if (!before)
        {
            services.AddSingleton<ITokenizer>(new WordTokenizer(_ => calls++));
        }

        using var provider = services.BuildServiceProvider();

        var document = provider.GetRequiredService<NlpPipeline>().Process("Rain fell.");

        Assert.Equal(1, calls);
        Assert.Equal(["Rain", "fell."], document.Tokens.Select(token => token.Text));
    }

    [Fact]
    public void The_hosts_own_pipeline_wins()
    {
        var own = TestStages.Builder().Build();
        using var provider = new ServiceCollection().AddSingleton(own).AddNewsNlp().BuildServiceProvider();

        Assert.Same(own, provider.GetRequiredService<NlpPipeline>());
    }

    [Fact]
    public void Annotators_of_the_host_are_added()
    {
        using var provider = new ServiceCollection()
            .AddNewsNlp()
            .AddSingleton<IAnnotator>(new TestAnnotator<string>(First, d => d.Text))
            .AddSingleton<IAnnotator>(new TestAnnotator<string>(Second, d => d.Get(First) + "!"))
            .BuildServiceProvider();

        Assert.Equal("Rain!", provider.GetRequiredService<NlpPipeline>().Process("Rain").Get(Second));
    }

    [Fact]
    public void Repeated_calls_add_up_in_their_order()
    {
        using var provider = new ServiceCollection()
            .AddSingleton("from the container")
            .AddNewsNlp((_, builder) => builder.LimitTextLength(10))
            .AddNewsNlp((_, builder) => builder.LimitTextLength(20))
            .AddNewsNlp((services, builder) => builder.AddAnnotator(
                new TestAnnotator<string>(First, _ => services.GetRequiredService<string>())))
            .BuildServiceProvider();

        var pipeline = provider.GetRequiredService<NlpPipeline>();

        Assert.Equal(20, pipeline.MaxTextLength);
        Assert.Equal("from the container", pipeline.Process("Rain").Get(First));
    }

    [Fact]
    public void Keyed_pipelines_are_apart()
    {
        using var provider = new ServiceCollection()
            .AddNewsNlp(options => options.MaxTextLength = 10)
            .AddKeyedNewsNlp("wire", options => options.MaxTextLength = 20)
            .AddKeyedNewsNlp("live", (_, builder) => builder.LimitTextLength(30))
            .BuildServiceProvider();

        Assert.Equal(10, provider.GetRequiredService<NlpPipeline>().MaxTextLength);
        Assert.Equal(20, provider.GetRequiredKeyedService<NlpPipeline>("wire").MaxTextLength);
        Assert.Equal(30, provider.GetRequiredKeyedService<NlpPipeline>("live").MaxTextLength);
        Assert.Same(provider.GetRequiredKeyedService<NlpPipeline>("wire"), provider.GetRequiredKeyedService<NlpPipeline>("wire"));
        Assert.Null(provider.GetKeyedService<NlpPipeline>("other"));
    }

    [Fact]
    public void A_keyed_pipeline_takes_the_keyed_stage_and_else_the_common_one()
    {
        var calls = new List<string>();
        using var provider = new ServiceCollection()
            .AddSingleton<ITokenizer>(new WordTokenizer(_ => calls.Add("common")))
            .AddKeyedSingleton<ITokenizer>("wire", new WordTokenizer(_ => calls.Add("wire")))
            .AddNewsNlp()
            .AddKeyedNewsNlp("wire")
            .AddKeyedNewsNlp("live")
            .BuildServiceProvider();

        provider.GetRequiredKeyedService<NlpPipeline>("wire").Process("Rain");
        provider.GetRequiredKeyedService<NlpPipeline>("live").Process("Rain");
        provider.GetRequiredService<NlpPipeline>().Process("Rain");

        Assert.Equal(["wire", "common", "common"], calls);
    }

    [Fact]
    public void A_pipeline_can_be_injected_by_its_key()
    {
        using var provider = new ServiceCollection().AddKeyedNewsNlp("wire").AddSingleton<Desk>().BuildServiceProvider();

        Assert.Equal(2, provider.GetRequiredService<Desk>().Count("Rain fell"));
    }

    [Fact]
    public void A_pipeline_with_gaps_is_refused_when_it_is_asked_for()
    {
        using var provider = new ServiceCollection()
            .AddNewsNlp((_, builder) => builder.AddAnnotator(
                new TestAnnotator<string>(Second, _ => "") { RequiresAnnotations = [First] }))
            .BuildServiceProvider();

        Assert.Contains(
            "needs the annotation 'first'",
            Assert.Throws<InvalidOperationException>(provider.GetRequiredService<NlpPipeline>).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Arguments_are_checked()
    {
        var services = new ServiceCollection();

        Assert.Throws<ArgumentNullException>(() => ServiceCollectionExtensions.AddNewsNlp(null!));
        Assert.Throws<ArgumentNullException>(() => services.AddNewsNlp((Action<NewsNlpOptions>)null!));
        Assert.Throws<ArgumentNullException>(() => ServiceCollectionExtensions.AddKeyedNewsNlp(null!, "wire"));
        Assert.Throws<ArgumentNullException>(() => services.AddKeyedNewsNlp(null!));
        Assert.Throws<ArgumentException>(() => services.AddKeyedNewsNlp(""));
        Assert.Throws<ArgumentNullException>(() => services.AddKeyedNewsNlp("wire", (Action<NewsNlpOptions>)null!));
    }

    private sealed class Desk([FromKeyedServices("wire")] NlpPipeline pipeline)
    {
        public int Count(string text) => pipeline.Process(text).Tokens.Count;
    }
}
