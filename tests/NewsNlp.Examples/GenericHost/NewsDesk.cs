using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsNlp.Documents;
using NewsNlp.Entities;

namespace NewsNlp.Examples.GenericHost;

/// <summary>
/// A host with two pipelines: "wire" reads everything; "sport" knows the league's teams and does not look for quotes. Their settings
/// come from the sections <c>NewsNlp:wire</c> and <c>NewsNlp:sport</c> of the configuration, and are checked when the host starts.
/// </summary>
public static class NewsDesk
{
    public static IHost Create(IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(settings);

        builder.Services.AddKeyedNewsNlp("wire");
        builder.Services.Configure<NewsNlpOptions>("wire", builder.Configuration.GetSection("NewsNlp:wire"));

        builder.Services.AddKeyedNewsNlp("sport", (_, pipeline) => pipeline.AddGazetteer(Teams()));
        builder.Services.Configure<NewsNlpOptions>("sport", builder.Configuration.GetSection("NewsNlp:sport"));

        builder.Services.AddSingleton<Desk>();
        return builder.Build();
    }

    private static Gazetteer Teams() =>
        Gazetteer.Create([("Halmstad Rovers", new EntityLabel("Team")), ("Port Elswick", new EntityLabel("Team"))]);
}

/// <summary>A service that takes both pipelines.</summary>
public sealed class Desk([FromKeyedServices("wire")] NlpPipeline wire, [FromKeyedServices("sport")] NlpPipeline sport)
{
    public Document Read(string article, bool isSport) => (isSport ? sport : wire).Process(article);
}
