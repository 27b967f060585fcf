using NewsNlp.Documents;
using NewsNlp.Entities.Values;
using NewsNlp.Entities.Values.Reading;
using NewsNlp.Entities.Values.Reading.Dates;

namespace NewsNlp.Tests.Entities.Values.Reading.Dates;

/// <summary>Whether a date, in brackets, lies behind or ahead; words behind an underscore were tagged as verbs.</summary>
public class TenseReaderTests
{
    private static readonly TenseReader Reader = new(DateWords.Read());
    private static readonly ValueVocabulary Vocabulary = ValueVocabulary.Read();

    [Theory]
    [InlineData("The bridge _reopened on [Monday]")]
    [InlineData("Okoro said on [Monday]")]
    [InlineData("On [Monday] Okoro said so")]
    [InlineData("Okoro had been strong until [Monday]")]
    [InlineData("Okoro had been strong till [Monday]")]
    [InlineData("Okoro had seen it all by [Monday]")]
    [InlineData("Had he run until [Monday]")]
    [InlineData("Okoro _failed to _meet Ahn on [Monday]")]
    [InlineData("Okoro was to _meet Ahn on [Monday]")]
    [InlineData("On [Monday] the doors _opened")]
    [InlineData("Okoro said a b c d e f g h i j k l m [Monday]")]
    [InlineData("[Monday] a b c d e f g h i j k l m said")]
    public void What_happened_lies_behind(string sentence) => Assert.Equal(DateTense.Behind, Read(sentence));

    [Theory]
    [InlineData("Okoro will speak on [Monday]")]
    [InlineData("On [Monday] Okoro will speak")]
    [InlineData("The bridge will be _reopened on [Monday]")]
    [InlineData("The bridge is to be fully _reopened on [Monday]")]
    [InlineData("Okoro to _meet Ahn on [Monday]")]
    [InlineData("Okoro _agreed to _meet Ahn on [Monday]")]
    [InlineData("Okoro _vowed to _meet Ahn on [Monday]")]
    [InlineData("Okoro _promised to _meet Ahn on [Monday]")]
    [InlineData("Okoro _decided to _meet Ahn on [Monday]")]
    [InlineData("Okoro _pledged to _meet Ahn on [Monday]")]
    [InlineData("Okoro _planned to _meet Ahn on [Monday]")]
    [InlineData("Okoro was _ordered to _meet Ahn on [Monday]")]
    [InlineData("Okoro was _invited to _meet Ahn on [Monday]")]
    [InlineData("The doors are _closed until [Monday]")]
    [InlineData("On [Monday] the doors is _closed and will open")]
    [InlineData("On [Monday] the doors are _closed and will open")]
    [InlineData("Okoro had it; the doors stay shut until [Monday]")]
    [InlineData("Had a b c d they stay until [Monday]")]
    [InlineData("Okoro may speak on [Monday]")]
    [InlineData("\u201C, to _meet Ahn on [Monday]")]
    public void What_is_yet_to_come_lies_ahead(string sentence) => Assert.Equal(DateTense.Ahead, Read(sentence));

    [Theory]
    [InlineData("The doors of the mill on [Monday]")]
    [InlineData("Theresa May and Will Ahn on [Monday]")]
    [InlineData("Okoro said so; on [Monday]")]
    [InlineData("Okoro said: on [Monday]")]
    [InlineData("Okoro said \u201Con [Monday]")]
    [InlineData("On [Monday] (Okoro said)")]
    [InlineData("On [Monday] the doors are _closed")]
    [InlineData("On [Monday] the mill is _closed")]
    [InlineData("The reopened mill on [Monday]")]
    [InlineData("The _meet on [Monday]")]
    [InlineData("Okoro to the mill on [Monday]")]
    [InlineData("Okoro said a b c d e f g h i j k l m n [Monday]")]
    [InlineData("[Monday] a b c d e f g h i j k l m n said")]
    public void Where_no_verb_tells_nothing_is_known(string sentence) => Assert.Equal(DateTense.Unknown, Read(sentence));

    private static DateTense Read(string sentence)
    {
        var words = sentence.Split(' ');
        string text = string.Join(' ', words.Select(word => word.TrimStart('_').Trim('[', ']')));
        int start = 0;
        foreach (string word in words.TakeWhile(word => !word.Contains('[', StringComparison.Ordinal))) start += word.TrimStart('_').Length + 1;
        var document = EntityDocuments.Of(text);
        var pieces = new ValuePieceBuffer();
        pieces.Fill(text, document.TokenLayer, 0, document.Tokens.Count, Vocabulary);
        var tags = document.Tokens.Select(token => words.Contains("_" + token.Text.ToString(), StringComparer.Ordinal) ? Upos.VERB : Upos.NOUN).ToArray();
        int date = document.TokensIn(new TextSpan(start, 1))[0].Index;
        return Reader.Read(new ValueText(text, pieces, pieces.FirstOf(date), pieces.FirstOf(date + 1)), tags);
    }
}
