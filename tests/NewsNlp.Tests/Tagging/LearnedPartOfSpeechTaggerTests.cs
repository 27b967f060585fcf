using CsCheck;
using NewsNlp.Documents;
using NewsNlp.Models;
using NewsNlp.Tagging;

namespace NewsNlp.Tests.Tagging;

public class LearnedPartOfSpeechTaggerTests
{
    [Theory]
    [InlineData(
        "The council will vote on the new bridge next week.",
        "The/DET council/NOUN will/AUX vote/VERB on/ADP the/DET new/ADJ bridge/NOUN next/ADJ week/NOUN ./PUNCT")]
    [InlineData(
        "“We can't wait,” Marta Velling said on Tuesday.",
        "“/PUNCT We/PRON ca/AUX n't/PART wait/VERB ,/PUNCT ”/PUNCT Marta/PROPN Velling/PROPN said/VERB on/ADP Tuesday/PROPN ./PUNCT")]
    [InlineData(
        "He left because the 40 workers wanted to leave quickly.",
        "He/PRON left/VERB because/SCONJ the/DET 40/NUM workers/NOUN wanted/VERB to/PART leave/VERB quickly/ADV ./PUNCT")]
    [InlineData("The shares of Brandholt rose and fell.", "The/DET shares/NOUN of/ADP Brandholt/PROPN rose/VERB and/CCONJ fell/VERB ./PUNCT")]
    [InlineData("The minister’s car broke down.", "The/DET minister/NOUN ’s/PART car/NOUN broke/VERB down/ADP ./PUNCT")]
    [InlineData("The cleric's house was housing 30 refugees.", "The/DET cleric/NOUN 's/PART house/NOUN was/AUX housing/VERB 30/NUM refugees/NOUN ./PUNCT")]
    [InlineData("Before leaving the harbour, the crew checked the engines.", "Before/SCONJ leaving/VERB the/DET harbour/NOUN ,/PUNCT the/DET crew/NOUN checked/VERB the/DET engines/NOUN ./PUNCT")]
    [InlineData("The team is going to play in Velling on Sunday.", "The/DET team/NOUN is/AUX going/VERB to/PART play/VERB in/ADP Velling/PROPN on/ADP Sunday/PROPN ./PUNCT")]
    [InlineData("Ostrand City Council approves budget for new tram line", "Ostrand/PROPN City/PROPN Council/PROPN approves/VERB budget/NOUN for/ADP new/ADJ tram/NOUN line/NOUN")]
    [InlineData("THE MINISTER SAID THE LETTERS WERE FALSE.", "THE/DET MINISTER/NOUN SAID/VERB THE/DET LETTERS/NOUN WERE/AUX FALSE/ADJ ./PUNCT")]
    public void News_sentences_get_the_tags_that_a_linguist_would_give(string text, string expected) =>
        Assert.Equal(expected, Tagged.Show(text));

    [Fact]
    public void The_same_word_gets_the_tag_that_its_neighbours_ask_for()
    {
        Assert.Contains("vote/NOUN", Tagged.Show("The vote was close."), StringComparison.Ordinal);
        Assert.Contains("vote/VERB", Tagged.Show("They vote in May."), StringComparison.Ordinal);
        Assert.Contains("that/SCONJ", Tagged.Show("She said that it was late."), StringComparison.Ordinal);
        Assert.Contains("that/DET", Tagged.Show("At that moment the lights went out."), StringComparison.Ordinal);
        Assert.Contains("has/VERB", Tagged.Show("She has two dogs."), StringComparison.Ordinal);
        Assert.Contains("has/AUX", Tagged.Show("She has lost two dogs."), StringComparison.Ordinal);
        Assert.Contains("to/ADP", Tagged.Show("He drove to Velling."), StringComparison.Ordinal);
        Assert.Contains("to/PART", Tagged.Show("He wanted to drive."), StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_can_be_tagged() => Gen.String.Sample(text =>
    {
        var document = Tagged.Tokens(text + " x");
        Assert.All(Tagged.Tags(document), tag => Assert.InRange(tag, Upos.X, Upos.VERB));
    });

    [Fact]
    public void A_sentence_without_end_is_tagged_piece_by_piece()
    {
        var document = Tagged.Tokens(string.Concat(Enumerable.Repeat("the court agreed and ", 5000)));
        var tags = Tagged.Tags(document);
        Assert.Equal(20_000, tags.Length);
        // Away from the cuts every repetition is tagged alike.
        Assert.InRange(tags.Chunk(4).Count(t => t is [Upos.DET, Upos.NOUN, Upos.VERB, Upos.CCONJ]), 4900, 5000);
    }

    [Fact]
    public void Threads_get_the_tags_that_one_thread_gets()
    {
        string[] texts = [.. Enumerable.Range(0, 64).Select(i => $"Officer {i} told Anna Korb that {i * 7} boats had left the harbour.")];
        string[] alone = [.. texts.Select(Tagged.Show)];
        var together = new string[texts.Length];
        Parallel.For(0, texts.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => together[i] = Tagged.Show(texts[i]));
        Assert.Equal(alone, together);
    }

    [Fact]
    public void Nothing_is_allocated_once_warm()
    {
        var document = Tagged.Tokens("The mayor of Ostrand, who had opposed the plan for years, said nothing more on Friday.");
        var sentence = document.Sentences[0];
        var tags = new Upos[sentence.TokenCount];
        for (int i = 0; i < 3; i++) Tagged.Tagger.Tag(sentence, tags);
        // Another test may hold a workspace, so that this one makes a new one; but not each time.
        Assert.Contains(Enumerable.Range(0, 20), _ =>
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 100; i++) Tagged.Tagger.Tag(sentence, tags);
            return GC.GetAllocatedBytesForCurrentThread() == before;
        });
    }

    [Fact]
    public void A_model_is_needed() => Assert.Throws<ArgumentNullException>(() => new LearnedPartOfSpeechTagger(null!));

    [Fact]
    public void The_embedded_model_is_the_one_that_its_card_describes()
    {
        var info = NlpModel.Default.Info;
        Assert.Equal("english", info.Name);
        Assert.Equal(Enum.GetNames<Upos>(), info.Components.Single(c => c.Name == "tagger").Labels);
        Assert.All(info.Components, c => Assert.All(c.Data, source => Assert.Equal(64, source.Sha256.Length)));
    }
}
