using NewsNlp.Documents;

namespace NewsNlp.Examples.CustomAnnotator;

public class ReadingTimeAnnotatorTests
{
    [Fact]
    public void The_annotation_comes_with_the_document()
    {
        var nlp = NlpPipelineBuilder.CreateDefault().AddAnnotator(new ReadingTimeAnnotator()).Build();
        var reading = nlp.Process("“We will stay,” Greta Lindqvist said.").Get(ReadingTimeAnnotator.Key);

        Assert.Equal(0.5, reading.QuotedShare, 0.01);
        Assert.InRange(reading.Time.TotalSeconds, 1, 3);
    }

    [Fact]
    public void Without_the_layers_that_it_needs_no_pipeline_is_built() =>
        Assert.Throws<InvalidOperationException>(() => NlpPipelineBuilder.CreateDefault().Without(Layer.Coreference).Without(Layer.Quotes).AddAnnotator(new ReadingTimeAnnotator()).Build());
}
