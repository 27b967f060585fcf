using NewsNlp.Documents;
using NewsNlp.Documents.Layers;

namespace NewsNlp.Stages;

/// <summary>Whether the stages of a pipeline find what they need.</summary>
internal static class PipelineChecks
{
    /// <summary>A sentence for each thing that is missing or written twice; empty where all is well.</summary>
    public static List<string> Gaps(IEnumerable<IStage> stages, IEnumerable<AnnotatorStage> annotators)
    {
        var gaps = new List<string>();
        var layers = new HashSet<Layer>();
        foreach (var stage in stages)
        {
            AddMissingLayers(stage, layers, gaps);
            layers.Add(stage.Writes!.Value);
        }

        var written = new HashSet<AnnotationKey>();
        foreach (var annotator in annotators)
        {
            AddMissingLayers(annotator, layers, gaps);
            foreach (var key in annotator.Annotator.RequiresAnnotations.Where(key => !written.Contains(key)))
            {
                gaps.Add($"{annotator.Name} needs the annotation '{key}': add the annotator that writes it before this one.");
            }

            foreach (var key in annotator.Annotator.Writes.Where(key => !written.Add(key)))
            {
                gaps.Add($"{annotator.Name} writes the annotation '{key}', which another annotator writes already.");
            }
        }

        return gaps;
    }

    private static void AddMissingLayers(IStage stage, HashSet<Layer> layers, List<string> gaps)
    {
        foreach (var layer in stage.Requires.Where(layer => !layers.Contains(layer)))
        {
            gaps.Add($"{stage.Name} needs {layer}: add {DocumentLayers.RemedyFor(layer)}, or leave {stage.Name} out.");
        }
    }
}
