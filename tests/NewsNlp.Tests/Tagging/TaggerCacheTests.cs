using CsCheck;
using NewsNlp.Documents;
using NewsNlp.Features;
using NewsNlp.Models;
using NewsNlp.Tagging;

namespace NewsNlp.Tests.Tagging;

public class TaggerCacheTests
{
    private static readonly (TaggerLexicon Lexicon, LinearChainModel First, LinearChainModel Second) Model = Read();
    private static readonly TaggerScores Scores = new(Model.First, Model.Second);

    private static readonly string[] Frequent =
        ["the", "The", "vote", "that", "to", "of", ",", ".", "”", "said", "Ostrand", "boats", "2019", "as", "harbour", "’s", "VELLING"];

    private static readonly Gen<string> Word = Gen.OneOf(
        Gen.Int[0, Frequent.Length - 1].Select(i => Frequent[i]),
        Gen.Char["abcdeÉß’-A7"].Array[1, 9].Select(letters => new string(letters)));

    private static readonly Gen<string> Text = Word.Array[1, 30].Select(words => string.Join(' ', words));

    [Fact]
    public void What_was_seen_before_changes_no_tag() => Text.Array[1, 4].Sample(texts =>
    {
        foreach (string text in texts)
        {
            var sentence = Tagged.Tokens(text).Sentences[0];
            Assert.Equal(Define(sentence), Tag(sentence, Tagged.Tagger));
        }
    }, iter: 150);

    [Fact]
    public void More_words_than_are_kept_change_no_tag()
    {
        // Three times as many different words as there is room for, in sentences as long as they can be.
        var tagger = new LearnedPartOfSpeechTagger(NlpModel.Default);
        string[] texts = [.. Enumerable.Range(0, 3 * TaggerWordCache.Size).Chunk(500).Select(numbers => string.Join(' ', numbers.Select(i => $"blorp{i}ed")))];
        var sentences = texts.Select(text => Tagged.Tokens(text).Sentences[0]).ToList();
        var first = sentences.Select(sentence => Tag(sentence, tagger)).ToList();
        var again = sentences.Select(sentence => Tag(sentence, tagger)).ToList();
        Assert.Equal(first, again);
        Assert.Equal(Define(sentences[3]), first[3]);
    }

    private static Upos[] Tag(Sentence sentence, LearnedPartOfSpeechTagger tagger)
    {
        var tags = new Upos[sentence.TokenCount];
        tagger.Tag(sentence, tags);
        return tags;
    }

    // The definition: the parts of scores word by word, without anything kept, in ordinary numbers.
    private static Upos[] Define(Sentence sentence)
    {
        int count = sentence.TokenCount;
        short[] scores = new short[count * TagLattice.Lanes];
        var words = sentence.Tokens.Select(token => TaggerWord.Of(token.AsSpan(), FeatureHash.Of(token.AsSpan()), Model.Lexicon)).ToArray();
        short[] parts = new short[TaggerScores.WordLanes];
        for (int i = 0; i < count; i++)
        {
            for (int place = 0; place < TaggerFeatures.Places; place++)
            {
                int at = i + place - TaggerFeatures.Middle;
                bool inside = at >= 0 && at < count;
                Scores.OfWord(inside ? words[at] : TaggerWord.Outside, inside ? sentence.Tokens[at].AsSpan() : default, parts);
                for (int tag = 0; tag < LearnedPartOfSpeechTagger.Labels; tag++)
                    scores[i * TagLattice.Lanes + tag] += parts[place * TagLattice.Lanes + tag];
            }
        }

        var first = new Upos[count];
        int[] margins = new int[count];
        Scores.First.Decode(scores, new int[scores.Length], first, margins);
        TaggerWord[] table = [TaggerWord.Outside, .. words];
        var window = new TaggerWords(table, [.. Enumerable.Range(1, count)]);
        uint[] features = new uint[TaggerFeatures.Most + TaggerContext.Most];
        for (int i = 0; i < count; i++)
        {
            if (!TaggerScores.IsDoubtful(margins[i])) continue;
            int n = TaggerFeatures.OfNeighbours(window, i, TaggerFeatures.OfSentence(window), features);
            n += TaggerContext.Of(window, first, i, features.AsSpan(n));
            Scores.AddTogether(features.AsSpan(0, n), scores.AsSpan(i * TagLattice.Lanes, TagLattice.Lanes));
        }
        var tags = new Upos[count];
        Scores.Second.Decode(scores, new int[scores.Length], tags);
        return tags;
    }

    private static (TaggerLexicon, LinearChainModel, LinearChainModel) Read()
    {
        var reader = NlpModel.Default.Open(ModelSection.Tagger);
        return (TaggerLexicon.Read(NlpModel.Default, reader), LinearChainModel.Read(reader), LinearChainModel.Read(reader));
    }
}
