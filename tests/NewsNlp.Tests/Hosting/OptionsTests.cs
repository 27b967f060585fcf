using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NewsNlp.Documents;
using NewsNlp.Tokenization;

namespace NewsNlp.Tests.Hosting;

public class OptionsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Options_are_bound_from_configuration()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["News:MaxTextLength"] = "1234",
            ["News:Without:0"] = "Coreference",
            ["News:Without:1"] = "Quotes",
            ["News:Tokenizer:HyphenatedCompounds"] = "Keep",
            ["News:Tokenizer:Abbreviations:0"] = "Ofwat.",
        });
        builder.Services.AddNewsNlp().Configure<NewsNlpOptions>(builder.Configuration.GetSection("News"));
        using var host = builder.Build();
        await host.StartAsync(Token);

        var pipeline = host.Services.GetRequiredService<NlpPipeline>();
        var options = host.Services.GetRequiredService<IOptions<NewsNlpOptions>>().Value;

        Assert.Equal(1234, pipeline.MaxTextLength);
        Assert.Equal([Layer.Quotes, Layer.Coreference], options.Without.Order());
        Assert.DoesNotContain(Layer.Quotes, pipeline.Layers);
        Assert.Equal(TokenSplitting.Keep, options.Tokenizer.HyphenatedCompounds);
        Assert.Equal(["Ofwat."], options.Tokenizer.Abbreviations);
        await host.StopAsync(Token);
    }

    [Fact]
    public async Task A_host_with_wrong_options_does_not_start_and_says_all_that_is_wrong()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddNewsNlp(options =>
        {
            options.MaxTextLength = -3;
            options.ModelPath = "missing.nnlp";
            options.Without.Add(Layer.Tokens);
            options.Without.Add((Layer)99);
        });
        using var host = builder.Build();

        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Token));

        Assert.Equal(
            [
                "MaxTextLength is -3; it must be at least 1.",
                "ModelPath names 'missing.nnlp', where there is no file; leave it out for the built-in model.",
                "Without names Tokens, on which every other layer stands.",
                "Without names a layer that does not exist: 99.",
            ],
            refusal.Failures);
    }

    [Fact]
    public async Task The_options_of_keyed_pipelines_are_checked_at_the_start_too()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddNewsNlp().AddKeyedNewsNlp("wire", options => options.MaxTextLength = 0);
        using var host = builder.Build();

        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Token));

        Assert.Equal("wire", refusal.OptionsName);
    }

    [Fact]
    public void Without_a_host_wrong_options_are_refused_when_the_pipeline_is_asked_for()
    {
        using var provider = new ServiceCollection().AddNewsNlp(options => options.MaxTextLength = 0).BuildServiceProvider();

        Assert.Throws<OptionsValidationException>(provider.GetRequiredService<NlpPipeline>);
    }

    [Fact]
    public void The_defaults_are_valid()
    {
        var options = new NewsNlpOptions();

        Assert.Equal(NewsNlpOptions.DefaultMaxTextLength, options.MaxTextLength);
        Assert.Null(options.ModelPath);
        Assert.Empty(options.Without);
        Assert.True(new NewsNlpOptionsValidator().Validate(null, options).Succeeded);
    }
}
