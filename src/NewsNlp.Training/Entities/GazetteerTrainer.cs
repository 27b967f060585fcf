using NewsNlp.Models;
using NewsNlp.Tokenization;
using NewsNlp.Training.Packing;

namespace NewsNlp.Training.Entities;

/// <summary>Packs the gazetteers that the entity model takes as evidence: the lists that the settings name, in their order.</summary>
internal sealed class GazetteerTrainer : IComponentTrainer
{
    public string Name => "gazetteers";

    public TrainedComponent Train(TrainingContext context)
    {
        var pipeline = new NlpPipelineBuilder().UseTokenizer(new EnglishTokenizer()).Build();
        var compiler = new LexiconPhraseCompiler(phrase => [.. pipeline.Process(phrase).Tokens.Select(token => token.Text)]);
        foreach (var list in context.Settings.GetProperty("lists").EnumerateArray())
        {
            string file = context.TrainingFile($"lexicons/gazetteers/{list.GetString()}.txt");
            compiler.Add(File.ReadLines(file).Where(line => line.Length > 0));
        }

        var writer = new SectionWriter();
        compiler.Write(writer);
        context.Log($"gazetteers: {compiler.NodeCount:N0} nodes");
        return new TrainedComponent([ModelFileWriter.Section.Of(ModelSection.Gazetteers, writer.ToArray())], [], []);
    }
}
