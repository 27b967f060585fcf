using NewsNlp.Coreference.Lexicons;
using NewsNlp.Coreference.Reading;
using NewsNlp.Lexicons;

namespace NewsNlp.Coreference.Antecedents;

/// <summary>What a text that is read from front to back leaves behind for its pronouns. Scratch memory, cleared for each document.</summary>
internal sealed class PronounMemory
{
    // For each kind of pronoun the last one that was resolved.
    private readonly int[] _last = new int[5];
    private int _subject, _subjectBefore, _sentence;

    /// <summary>The last source of a quote; -1 before the first.</summary>
    public int LastSpeaker { get; private set; }

    public void Clear()
    {
        Array.Fill(_last, -1);
        LastSpeaker = _subject = _subjectBefore = _sentence = -1;
    }

    /// <summary>Notes that a pronoun was resolved.</summary>
    public void Resolve(int pronoun, WordEntry entry) => _last[KindOf(entry)] = pronoun;

    /// <summary>Notes a mention that is behind the reader.</summary>
    public void Pass(int index, in MentionDraft mention)
    {
        if (mention.IsSubject && mention.Sentence != _sentence)
        {
            (_subjectBefore, _subject, _sentence) = (_subject, index, mention.Sentence);
        }

        LastSpeaker = mention.IsSource ? index : LastSpeaker;
    }

    /// <summary>A pronoun with what the text before it brings to mind.</summary>
    /// <param name="pronoun">The pronoun's place among the mentions.</param>
    /// <param name="draft">The pronoun.</param>
    /// <param name="teller">Who tells what it is a part of.</param>
    public PronounContext Of(int pronoun, in MentionDraft draft, int teller) =>
        new(pronoun, teller, LastSpeaker, _last[KindOf(draft.Entry!)], draft.Sentence == _sentence ? _subjectBefore : _subject);

    private static int KindOf(WordEntry entry) => entry.Is(WordFlags.Plural) ? 0 : entry.Gender switch
    {
        Gender.Male => 1,
        Gender.Female => 2,
        Gender.Neuter => 3,
        _ => 4,
    };
}
