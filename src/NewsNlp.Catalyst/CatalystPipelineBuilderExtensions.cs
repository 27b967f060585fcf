using NewsNlp.Documents;
using CatalystPipeline = Catalyst.Pipeline;
using Language = Mosaik.Core.Language;

namespace NewsNlp.Catalyst;

/// <summary>Puts Catalyst's entities into a pipeline.</summary>
public static class CatalystPipelineBuilderExtensions
{
    /// <summary>Finds entity mentions with a Catalyst pipeline, in place of the built-in recognizer.</summary>
    /// <param name="builder">The pipeline that is being built.</param>
    /// <param name="pipeline">A Catalyst pipeline that has an entity recognizer.</param>
    /// <param name="language">The language that its documents get; English by default.</param>
    /// <param name="labels">
    /// The label of a Catalyst entity type, null to leave its entities out; <see cref="CatalystLabels.FromType"/> by default.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> or <paramref name="pipeline"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="language"/> is unknown.</exception>
    public static NlpPipelineBuilder UseCatalystEntityRecognizer(
        this NlpPipelineBuilder builder,
        CatalystPipeline pipeline,
        Language language = Language.English,
        Func<string, EntityLabel?>? labels = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.UseEntityRecognizer(new CatalystEntityRecognizer(pipeline, language, labels));
    }
}
