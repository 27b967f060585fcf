using NewsNlp.Documents;
using NewsNlp.Training.Data;

namespace NewsNlp.Training.Tests.Data;

public class ConlluReaderTests
{
    private const string Treebank = """
        # newdoc id = harbour
        # newpar
        # text = We don't wait.
        1	We	we	PRON	_	_	0	_	_	_
        2-3	don't	_	_	_	_	_	_	_	_
        2	do	do	AUX	_	_	0	_	_	_
        3	n't	not	PART	_	_	0	_	_	_
        4	wait	wait	VERB	_	_	0	_	_	SpaceAfter=No
        5	.	.	PUNCT	_	_	0	_	_	_

        1-2	Cannot	_	_	_	_	_	_	_	SpaceAfter=No
        1	Can	can	AUX	_	_	0	_	_	_
        2	no	not	PART	_	_	0	_	_	_
        2.1	left	leave	VERB	_	_	_	_	_	_
        3	!	!	PUNCT	_	_	0	_	_	_

        # newpar id = 2
        1	Tax	tax	NOUN	_	_	0	_	_	_

        # newdoc id = bridge
        1	Go	go	VERB	_	_	0	_	_	_

        """;

    [Fact]
    public void The_raw_text_is_restored()
    {
        var documents = Read();
        Assert.Equal(["harbour", "bridge"], documents.Select(d => d.Id));
        Assert.Equal("We don't wait. Cannot!\n\nTax", documents[0].Text);
        Assert.Equal("Go", documents[1].Text);
    }

    [Fact]
    public void Parts_that_spell_the_surface_are_words_and_others_stay_whole()
    {
        var document = Read()[0];
        Assert.Equal(
            ["We/PRON", "do/AUX", "n't/PART", "wait/VERB", "./PUNCT", "Cannot/AUX", "!/PUNCT", "Tax/NOUN"],
            document.Words.Select(w => $"{document.Text.AsSpan(w.Start, w.Length)}/{w.Upos}"));
        Assert.Equal([(0, 5), (5, 2), (7, 1)], document.Sentences.Select(s => (s.FirstWord, s.WordCount)));
    }

    [Fact]
    public void Gold_words_meet_the_tokens_at_their_place()
    {
        var gold = GoldTokens.Of(Read()).First();
        Assert.Equal(3, gold.Document.Sentences.Count);
        for (int i = 0; i < gold.Words.Count; i++)
        {
            if (gold.Words[i] is { } word) Assert.Equal(new TextSpan(word.Start, word.Length), gold.Document.Tokens[i].Span);
        }
        Assert.Equal(Upos.VERB, gold.Tags[gold.Document.Tokens.ToList().FindIndex(t => t.Text == "wait")]);
    }

    private static IReadOnlyList<GoldDocument> Read()
    {
        string path = Path.GetTempFileName();
        File.WriteAllText(path, Treebank);
        try
        {
            return ConlluReader.Read(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
