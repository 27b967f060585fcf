using Microsoft.Extensions.DependencyInjection;
using NewsNlp.Catalyst.Tests.Support;
using NewsNlp.Documents;
using NewsNlp.Documents.Sinks;
using NewsNlp.Entities;

namespace NewsNlp.Catalyst.Tests;

public class ServiceCollectionTests
{
    [Fact]
    public void The_registered_pipeline_has_Catalysts_entities()
    {
        using var provider = new ServiceCollection().AddNewsNlpCatalyst(Annotated.Pipeline).BuildServiceProvider();

        var pipeline = provider.GetRequiredService<NlpPipeline>();

        Assert.Same(pipeline, provider.GetRequiredService<NlpPipeline>());
        Assert.Equal(Annotated.Document(Articles.OneLine).Names(), pipeline.Process(Articles.OneLine).Names());
    }

    [Fact]
    public void The_Catalyst_pipeline_may_come_from_the_container_at_first_use()
    {
        var asked = 0;
        using var provider = new ServiceCollection()
            .AddSingleton(Annotated.Pipeline)
            .AddNewsNlpCatalyst(services =>
            {
                asked++;
                return services.GetRequiredService<global::Catalyst.Pipeline>();
            })
            .BuildServiceProvider();
        Assert.Equal(0, asked);

        provider.GetRequiredService<NlpPipeline>().Process(Articles.OneLine);

        Assert.Equal(1, asked);
    }

    [Fact]
    public void The_hosts_own_recognizer_wins()
    {
        using var provider = new ServiceCollection()
            .AddSingleton<IEntityRecognizer>(new NoEntities())
            .AddNewsNlpCatalyst(Annotated.Pipeline)
            .BuildServiceProvider();

        Assert.Empty(provider.GetRequiredService<NlpPipeline>().Process(Articles.OneLine).EntityMentions);
    }

    [Fact]
    public void Calls_compose_with_the_others()
    {
        using var provider = new ServiceCollection()
            .AddNewsNlp(options => options.MaxTextLength = 5000)
            .AddNewsNlpCatalyst(Annotated.Pipeline, labels: _ => EntityLabel.Misc)
            .AddKeyedNewsNlp("wire", options => options.MaxTextLength = 6000)
            .AddNewsNlp((_, builder) => builder.AddGazetteer(Gazetteer.Create([("reporters", EntityLabel.Organization)])))
            .BuildServiceProvider();

        var document = provider.GetRequiredService<NlpPipeline>().Process(Articles.OneLine);

        Assert.Equal(5000, provider.GetRequiredService<NlpPipeline>().MaxTextLength);
        Assert.Contains("Misc: Ines Okoro", document.Names());
        Assert.Contains("Organization: reporters", document.Names());
        Assert.Contains("Misc: Ines Okoro", provider.GetRequiredKeyedService<NlpPipeline>("wire").Process(Articles.OneLine).Names());
        Assert.Equal(6000, provider.GetRequiredKeyedService<NlpPipeline>("wire").MaxTextLength);
    }

    [Fact]
    public void Null_is_refused()
    {
        Assert.Throws<ArgumentNullException>(() => new ServiceCollection().AddNewsNlpCatalyst((global::Catalyst.Pipeline)null!));
        Assert.Throws<ArgumentNullException>(
            () => new ServiceCollection().AddNewsNlpCatalyst((Func<IServiceProvider, global::Catalyst.Pipeline>)null!));
        Assert.Throws<ArgumentNullException>(() => ((IServiceCollection)null!).AddNewsNlpCatalyst(Annotated.Pipeline));
    }

    private sealed class NoEntities : IEntityRecognizer
    {
        public void Recognize(Document document, EntityMentionSink sink)
        {
        }
    }
}
