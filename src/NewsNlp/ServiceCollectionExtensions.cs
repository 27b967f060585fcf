using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NewsNlp.Hosting;

namespace NewsNlp;

/// <summary>Registers pipelines with a dependency injection container.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>
    /// Registers an <see cref="NlpPipeline"/> as a singleton, built at first use from the built-in stages, from whatever
    /// stages and annotators the host itself has registered (its own <c>ITokenizer</c> wins), and from every
    /// <paramref name="configure"/> of repeated calls, in their order.
    /// </summary>
    /// <param name="services">The container's services.</param>
    /// <param name="configure">Changes the pipeline; may ask the provider for what it needs.</param>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    public static IServiceCollection AddNewsNlp(
        this IServiceCollection services, Action<IServiceProvider, NlpPipelineBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        AddOptions(services, Options.DefaultName);
        AddConfiguration(services, Options.DefaultName, configure);
        services.TryAddSingleton(provider => PipelineFactory.Create(provider, Options.DefaultName));
        return services;
    }

    /// <summary>As <see cref="AddNewsNlp(IServiceCollection, Action{IServiceProvider, NlpPipelineBuilder}?)"/>, and sets options.</summary>
    /// <param name="services">The container's services.</param>
    /// <param name="options">Sets the options; repeated calls add up.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IServiceCollection AddNewsNlp(this IServiceCollection services, Action<NewsNlpOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        AddNewsNlp(services);
        return services.Configure(options);
    }

    /// <summary>
    /// As <see cref="AddNewsNlp(IServiceCollection, Action{IServiceProvider, NlpPipelineBuilder}?)"/>, under a name: ask for it
    /// with <c>[FromKeyedServices(name)]</c>. Its options are the named options <paramref name="name"/>, and stages that the
    /// host registered under the same key win over those without one.
    /// </summary>
    /// <param name="services">The container's services.</param>
    /// <param name="name">The service key and the name of the options; not empty.</param>
    /// <param name="configure">Changes the pipeline; may ask the provider for what it needs.</param>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or empty.</exception>
    public static IServiceCollection AddKeyedNewsNlp(
        this IServiceCollection services, string name, Action<IServiceProvider, NlpPipelineBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrEmpty(name);
        AddOptions(services, name);
        AddConfiguration(services, name, configure);
        services.TryAddKeyedSingleton(name, (provider, _) => PipelineFactory.Create(provider, name));
        return services;
    }

    /// <summary>As the other overload, and sets the named options.</summary>
    /// <param name="services">The container's services.</param>
    /// <param name="name">The service key and the name of the options; not empty.</param>
    /// <param name="options">Sets the options; repeated calls add up.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public static IServiceCollection AddKeyedNewsNlp(this IServiceCollection services, string name, Action<NewsNlpOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        AddKeyedNewsNlp(services, name);
        return services.Configure(name, options);
    }

    private static void AddOptions(IServiceCollection services, string name)
    {
        services.AddOptions<NewsNlpOptions>(name).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<NewsNlpOptions>, NewsNlpOptionsValidator>());
    }

    private static void AddConfiguration(
        IServiceCollection services, string name, Action<IServiceProvider, NlpPipelineBuilder>? configure)
    {
        if (configure is not null)
        {
            services.AddSingleton(new PipelineConfiguration(name, configure));
        }
    }
}
