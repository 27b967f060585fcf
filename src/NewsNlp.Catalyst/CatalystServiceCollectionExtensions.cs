using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsNlp.Documents;
using NewsNlp.Entities;
using CatalystPipeline = Catalyst.Pipeline;
using Language = Mosaik.Core.Language;

namespace NewsNlp.Catalyst;

/// <summary>Registers pipelines that find entities with Catalyst.</summary>
public static class CatalystServiceCollectionExtensions
{
    /// <summary>
    /// Registers an <see cref="NlpPipeline"/> as <c>AddNewsNlp</c> does, with a Catalyst pipeline's entities in place of the
    /// built-in recognizer's. Every pipeline of the container finds them, keyed ones too; an <see cref="IEntityRecognizer"/> that
    /// the host has registered before wins. Calls compose with those of <c>AddNewsNlp</c>.
    /// </summary>
    /// <param name="services">The container's services.</param>
    /// <param name="pipeline">A Catalyst pipeline that has an entity recognizer.</param>
    /// <param name="language">The language that its documents get; English by default.</param>
    /// <param name="labels">
    /// The label of a Catalyst entity type, null to leave its entities out; <see cref="CatalystLabels.FromType"/> by default.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> or <paramref name="pipeline"/> is null.</exception>
    public static IServiceCollection AddNewsNlpCatalyst(
        this IServiceCollection services,
        CatalystPipeline pipeline,
        Language language = Language.English,
        Func<string, EntityLabel?>? labels = null)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        return services.AddNewsNlpCatalyst(_ => pipeline, language, labels);
    }

    /// <summary>As the other overload, with a Catalyst pipeline that is asked for at first use.</summary>
    /// <param name="services">The container's services.</param>
    /// <param name="pipeline">Gives the Catalyst pipeline; may ask the provider for what it needs. Called once.</param>
    /// <param name="language">The language that its documents get; English by default.</param>
    /// <param name="labels">
    /// The label of a Catalyst entity type, null to leave its entities out; <see cref="CatalystLabels.FromType"/> by default.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> or <paramref name="pipeline"/> is null.</exception>
    public static IServiceCollection AddNewsNlpCatalyst(
        this IServiceCollection services,
        Func<IServiceProvider, CatalystPipeline> pipeline,
        Language language = Language.English,
        Func<string, EntityLabel?>? labels = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(pipeline);
        services.TryAddSingleton<IEntityRecognizer>(
            provider => new CatalystEntityRecognizer(pipeline(provider), language, labels));
        return services.AddNewsNlp();
    }
}
