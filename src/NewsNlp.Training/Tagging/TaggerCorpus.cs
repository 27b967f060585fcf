using NewsNlp.Models;
using NewsNlp.Tagging;
using NewsNlp.Training.Data;
using NewsNlp.Training.Learning;
using NewsNlp.Training.Packing;

namespace NewsNlp.Training.Tagging;

/// <summary>Turns tagged documents into sequences of features for the tagger's chains.</summary>
/// <param name="model">Where the word clusters are.</param>
/// <param name="usage">How words are used in untagged news.</param>
internal sealed class TaggerCorpus(NlpModel model, TagDictionaryBuilder usage)
{
    // Each share of the documents gets the dictionary of the others.
    private const int Folds = 10;

    /// <summary>The features of words apart: what the first pass has.</summary>
    public SequenceCorpus First(IReadOnlyList<GoldTokens> documents, TagDictionaryBuilder dictionary) =>
        Encode(documents, dictionary, (workspace, position, features) => workspace.Apart(position, features));

    /// <summary>Adds documents for the second pass, as the first one leaves them that was trained without them.</summary>
    public static void AddSecond(SequenceCorpus corpus, IEnumerable<GoldTokens> documents, TaggerLexicon lexicon, TaggerScores scores)
    {
        Encode(documents, new TaggerWorkspace(lexicon, scores), corpus, (workspace, position, features) =>
        {
            if (position == 0) workspace.First(scores);
            return TaggerScores.IsDoubtful(workspace.Margins[position]) ? workspace.Together(position, workspace.FirstTags, features) : 0;
        });
    }

    /// <summary>The lexicon that goes with a dictionary.</summary>
    public TaggerLexicon Lexicon(TagDictionaryBuilder dictionary)
    {
        var writer = new SectionWriter();
        dictionary.Write(writer);
        usage.Write(writer);
        return TaggerLexicon.Read(model, new SectionReader(ModelMemory.CopyOf(writer.ToArray()), "tag dictionary"));
    }

    // A word's own tag must not be in the dictionary that its features come from, or training trusts the dictionary too
    // much: each share of the documents is encoded with the dictionary of the others.
    private SequenceCorpus Encode(IReadOnlyList<GoldTokens> documents, TagDictionaryBuilder dictionary, Extractor extract)
    {
        var corpus = new SequenceCorpus();
        for (int fold = 0; fold < Folds; fold++)
        {
            var own = documents.Where((_, i) => i % Folds == fold).ToList();
            foreach (var document in own) dictionary.Add(document, -1);
            var lexicon = Lexicon(dictionary);
            foreach (var document in own) dictionary.Add(document);
            Encode(own, new TaggerWorkspace(lexicon, null), corpus, extract);
        }
        return corpus;
    }

    private static void Encode(IEnumerable<GoldTokens> documents, TaggerWorkspace workspace, SequenceCorpus corpus, Extractor extract)
    {
        var features = new uint[TaggerFeatures.Places * TaggerFeatures.Most + TaggerContext.Most];
        Span<float> offsets = stackalloc float[LearnedPartOfSpeechTagger.Labels];
        foreach (var document in documents)
        {
            foreach (var sentence in document.Document.Sentences)
            {
                int count = Math.Min(sentence.TokenCount, TagLattice.LongestSequence);
                workspace.Begin(sentence, 0, count);
                for (int i = 0; i < count; i++)
                {
                    corpus.Add(features.AsSpan(0, extract(workspace, i, features)), (int)document.Tags[sentence.FirstToken + i]);
                    if (workspace.Scores.IsEmpty) continue;
                    for (int tag = 0; tag < offsets.Length; tag++)
                        offsets[tag] = (float)(workspace.Scores[i * TagLattice.Lanes + tag] * TaggerScores.Unit);
                    corpus.AddOffsets(offsets);
                }
                corpus.EndSequence();
            }
        }
    }

    private delegate int Extractor(TaggerWorkspace workspace, int position, Span<uint> features);
}
