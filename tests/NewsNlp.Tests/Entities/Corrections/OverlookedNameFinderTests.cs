using NewsNlp.Documents;
using NewsNlp.Entities;
using NewsNlp.Entities.Corrections;
using NewsNlp.Threading;

namespace NewsNlp.Tests.Entities.Corrections;

/// <summary>Names that a title or an age beside them gives away.</summary>
public class OverlookedNameFinderTests
{
    private static readonly NlpPipeline Tokens = NlpPipelineBuilder.CreateDefault()
        .Without(Layer.PartOfSpeech).Without(Layer.Lemmas).Without(Layer.EntityMentions).Without(Layer.Quotes).Without(Layer.Coreference).Build();

    [Theory]
    [InlineData("Mr. King opened the fair.", "King")]
    [InlineData("A letter to Sen. Bench and Mrs Bell went unanswered.", "Bench", "Bell")]
    [InlineData("Det Con Simon Hale thanked the public.", "Simon Hale")]
    [InlineData("Dr. R. Wood and Prof Dr Iris Moss met.", "R. Wood", "Iris Moss")]
    [InlineData("On the quay Per Nygård, 91, shrugged.", "Per Nygård")]
    [InlineData("Rev. Grace Field, 44, prayed.", "Grace Field")]
    public void A_title_or_an_age_gives_a_name_away(string text, params string[] expected) => Assert.Equal(expected, Find(text));

    [Theory]
    [InlineData("Mr. President, the hall is full.")]
    [InlineData("The Dr said nothing.")]
    [InlineData("Flight Alder Blue 91, from Harwick, was late.")]
    [InlineData("Alder, 91, came first.")]
    [InlineData("Harwick Town, 7, lost again.")]
    [InlineData("Mr. and Mrs. AND CO")]
    public void Offices_numbers_and_titles_alone_are_no_names(string text) => Assert.Empty(Find(text));

    [Fact]
    public void The_recognizer_fills_in_what_the_model_leaves_free()
    {
        var document = NlpPipeline.CreateDefault().Process("The cable host spoke at length. Mr. King added that he was tired.");

        Assert.Contains(document.EntityMentions, mention => mention.Text == "King" && mention.Label == EntityLabel.Person);
    }

    private static List<string> Find(string text)
    {
        var document = Tokens.Process(text);
        var names = new InterruptibleList<FoundMention>();
        new OverlookedNameFinder().Find(text, document.TokenLayer, 0, document.Tokens.Count, names);
        return [.. names.Items.ToArray().Select(name => text[document.Tokens[name.FirstToken].Span.Start..document.Tokens[name.EndToken - 1].Span.End])];
    }
}
