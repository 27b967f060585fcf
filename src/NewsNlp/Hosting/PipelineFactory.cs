using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsNlp.Coreference;
using NewsNlp.Entities;
using NewsNlp.Models;
using NewsNlp.Quotations;
using NewsNlp.Sentences;
using NewsNlp.Structure;
using NewsNlp.Tagging;
using NewsNlp.Tokenization;

namespace NewsNlp.Hosting;

/// <summary>Builds a registered pipeline: options, then the host's own stages, then the host's changes.</summary>
internal static class PipelineFactory
{
    public static NlpPipeline Create(IServiceProvider provider, string name)
    {
        var options = provider.GetRequiredService<IOptionsMonitor<NewsNlpOptions>>().Get(name);
        var builder = NlpPipelineBuilder.CreateDefault(options, Find<NlpModel>(provider, name));
        Apply<IBlockDetector>(provider, name, builder.UseBlockDetector);
        Apply<ITokenizer>(provider, name, builder.UseTokenizer);
        Apply<ISentenceSplitter>(provider, name, builder.UseSentenceSplitter);
        Apply<IPartOfSpeechTagger>(provider, name, builder.UsePartOfSpeechTagger);
        Apply<IEntityRecognizer>(provider, name, builder.UseEntityRecognizer);
        Apply<IQuoteAttributor>(provider, name, builder.UseQuoteAttributor);
        Apply<ICoreferenceResolver>(provider, name, builder.UseCoreferenceResolver);
        foreach (var annotator in FindAll<IAnnotator>(provider, name))
        {
            builder.AddAnnotator(annotator);
        }

        foreach (var layer in options.Without)
        {
            builder.Without(layer);
        }

        foreach (var configuration in provider.GetServices<PipelineConfiguration>())
        {
            if (string.Equals(configuration.Name, name, StringComparison.Ordinal))
            {
                configuration.Configure(provider, builder);
            }
        }

        return builder.Build();
    }

    private static void Apply<T>(IServiceProvider provider, string name, Func<T, NlpPipelineBuilder> use)
        where T : class
    {
        if (Find<T>(provider, name) is { } own)
        {
            use(own);
        }
    }

    private static T? Find<T>(IServiceProvider provider, string name)
        where T : class
        => (name == Options.DefaultName ? null : provider.GetKeyedService<T>(name)) ?? provider.GetService<T>();

    private static IEnumerable<T> FindAll<T>(IServiceProvider provider, string name)
        where T : class
        => name == Options.DefaultName
            ? provider.GetServices<T>()
            : provider.GetServices<T>().Concat(provider.GetKeyedServices<T>(name));
}
