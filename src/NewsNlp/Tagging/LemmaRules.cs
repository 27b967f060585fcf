using NewsNlp.Documents;
using NewsNlp.Features;
using NewsNlp.Models;

namespace NewsNlp.Tagging;

/// <summary>
/// What a form's end, or the whole form, says about its lemma: a decision list keyed by tag and suffix, longest first, with
/// whole words before suffixes. An edit takes characters off the end and puts others there. Immutable.
/// </summary>
internal sealed unsafe class LemmaRules
{
    /// <summary>The longest suffix that has rules.</summary>
    public const int LongestSuffix = 6;

    /// <summary>In a rule: the next token's tag decides, look up <see cref="KeyWithNext"/> first.</summary>
    public const ushort DependsOnNext = 0x8000;

    private const int WholeWord = LongestSuffix + 1;
    private const int WholeWordAndNext = LongestSuffix + 2;

    private readonly ModelMemory _memory;
    private readonly HashIndex _index;
    private readonly byte* _rules;
    private readonly (int Strip, string Append)[] _edits;

    private LemmaRules(SectionReader reader)
    {
        _memory = reader.Memory;
        _edits = new (int, string)[reader.Count(5, "edits")];
        for (int i = 0; i < _edits.Length; i++) _edits[i] = (reader.Byte(), reader.Text());
        int count = reader.Count(4, "rules");
        _index = HashIndex.Read(reader, count);
        _rules = reader.Table(count * 2L);
        reader.Table(HashIndex.Padding);
        for (int i = 0; i < count; i++)
        {
            if ((Rule(i) & ~DependsOnNext) >= _edits.Length) throw reader.Damaged("a rule names an edit that is not there");
        }
    }

    /// <summary>Reads the rules; the reader stands after them when this returns.</summary>
    /// <exception cref="ModelFormatException">The content cannot be right.</exception>
    public static LemmaRules Read(SectionReader reader) => new(reader);

    /// <summary>How the lemma of a form is made.</summary>
    /// <param name="form">The form as <see cref="Lemmatizer"/> prepares it.</param>
    /// <param name="tag">Its tag.</param>
    /// <param name="next">The tag of the token after it in the sentence; <see cref="Upos.X"/> at its end.</param>
    /// <param name="dependsOnNext">Whether <paramref name="next"/> made a difference or might have.</param>
    /// <returns>How many characters to take off the end, and what to put there.</returns>
    public (int Strip, string Append) Find(ReadOnlySpan<char> form, Upos tag, Upos next, out bool dependsOnNext)
    {
        ulong hash = FeatureHash.Of(form);
        int found = _index.Find(Key(tag, hash));
        dependsOnNext = found >= 0 && (Rule(found) & DependsOnNext) != 0;
        if (dependsOnNext)
        {
            int better = _index.Find(KeyWithNext(tag, hash, next));
            if (better >= 0) found = better;
        }
        for (int length = Math.Min(LongestSuffix, form.Length - 1); found < 0 && length >= 0; length--)
            found = _index.Find(KeyOfSuffix(tag, form[^length..]));
        var edit = found < 0 ? (0, "") : _edits[Rule(found) & ~DependsOnNext];
        GC.KeepAlive(_memory);
        return edit;
    }

    /// <summary>The key of a whole form.</summary>
    internal static uint Key(Upos tag, ulong form) => FeatureHash.Feature(WholeWord, form, (ulong)tag);

    /// <summary>The key of a whole form before a token with some tag.</summary>
    internal static uint KeyWithNext(Upos tag, ulong form, Upos next) =>
        FeatureHash.Feature(WholeWordAndNext, form, (ulong)tag, (ulong)next);

    /// <summary>The key of a suffix shorter than the form.</summary>
    internal static uint KeyOfSuffix(Upos tag, ReadOnlySpan<char> suffix) =>
        FeatureHash.Feature(suffix.Length, FeatureHash.Of(suffix), (ulong)tag);

    private ushort Rule(int index) =>
        System.Buffers.Binary.BinaryPrimitives.ReadUInt16LittleEndian(new(_rules + 2 * (nuint)(uint)index, 2));
}
