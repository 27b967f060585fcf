using NewsNlp.Documents;

namespace NewsNlp.Tagging;

/// <summary>Gives each token of a sentence its universal part of speech.</summary>
/// <remarks>An implementation is shared by threads and must not keep anything of a document.</remarks>
public interface IPartOfSpeechTagger
{
    /// <summary>Tags one sentence.</summary>
    /// <param name="sentence">The sentence, of a document that has tokens and sentences.</param>
    /// <param name="tags">Takes a tag for each of its tokens; as long as the sentence, and <see cref="Upos.X"/> before the call.</param>
    void Tag(Sentence sentence, Span<Upos> tags);
}
