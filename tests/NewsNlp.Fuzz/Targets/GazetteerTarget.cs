using NewsNlp.Entities;
using NewsNlp.Tokenization;

namespace NewsNlp.Fuzz.Targets;

/// <summary>The reader of gazetteers, and matching with what it read: a gazetteer or a format error, from any text.</summary>
internal sealed class GazetteerTarget : IFuzzTarget
{
    public string Name => "gazetteer";

    public InputForm Form => InputForm.Text;

    public void Run(ReadOnlySpan<byte> input)
    {
        string lines = TolerantText.Decode(input);
        Gazetteer gazetteer;
        try
        {
            gazetteer = Gazetteer.Read(new StringReader(lines), ignoreCase: input.Length % 2 == 0);
        }
        catch (FormatException)
        {
            return;
        }

        if (gazetteer.Count == 0) return;
        var pipeline = new NlpPipelineBuilder()
            .UseBlockDetector(new Structure.NewsBlockDetector())
            .UseTokenizer(new EnglishTokenizer())
            .UseSentenceSplitter(new Sentences.EnglishSentenceSplitter(Models.NlpModel.Default))
            .AddGazetteer(gazetteer)
            .Build();
        pipeline.Process(lines);
    }
}
