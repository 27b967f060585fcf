using NewsNlp.Documents;
using NewsNlp.Documents.Values;
using NewsNlp.Entities.Values.Reading.Dates;
using NewsNlp.Threading;

namespace NewsNlp.Entities.Values.Reading;

/// <summary>
/// Works out what the dates, times, sums, percentages, quantities and numbers of a document are worth, whoever found them. Immutable;
/// safe for any number of threads.
/// </summary>
internal sealed class EnglishValueReader : MentionValueReader
{
    // Dates near the ends of the calendar have no next week or last century.
    private const int FirstYear = 200, LastYear = 9700;

    private static readonly Lazy<EnglishValueReader> Lazy = new(() => new EnglishValueReader());

    private readonly ValueVocabulary _vocabulary = ValueVocabulary.Read();
    private readonly WorkspacePool<ValuePieceBuffer> _pool = new(() => new ValuePieceBuffer());
    private readonly NumberReader _numbers = new(NumberWords.Read());
    private readonly MoneyReader _money;
    private readonly PercentReader _percents;
    private readonly QuantityReader _quantities;
    private readonly OrdinalReader _ordinals;
    private readonly AmountExtent _amounts;
    private readonly TimeReader _times;
    private readonly DateReader _dates;
    private readonly Holidays _holidays;
    private readonly TenseReader _tense;
    private readonly DateExtent _extent;

    private EnglishValueReader()
    {
        var words = DateWords.Read();
        _money = new MoneyReader(_numbers, Currencies.Read());
        _percents = new PercentReader(_numbers);
        _quantities = new QuantityReader(_numbers, Units.Read());
        _ordinals = new OrdinalReader(_numbers);
        _times = new TimeReader(_numbers);
        _amounts = new AmountExtent(_numbers);
        _holidays = Holidays.Read();
        _dates = new DateReader(new DatePartsReader(_numbers, words, _holidays));
        _tense = new TenseReader(words);
        _extent = new DateExtent(words);
    }

    /// <summary>The one reader: its word lists are read when it is first asked for.</summary>
    public static MentionValueReader Instance { get; } = new Deferred();

    /// <inheritdoc/>
    public override MentionValue?[] Read(Document document)
    {
        var mentions = document.EntityMentions;
        var values = new MentionValue?[mentions.Count];
        var pieces = _pool.Rent();
        var (first, end) = (0, 0);
        int sentence = -1;
        foreach (var mention in mentions)
        {
            if (!HasValue(mention.Label)) continue;
            if (mention.FirstToken + mention.TokenCount > end || mention.FirstToken < first)
            {
                (first, end) = Surroundings(document, mention, ref sentence);
                pieces.Fill(document.Text, document.TokenLayer, first, end - first, _vocabulary);
            }

            values[mention.Index] = Read(document, mention, pieces);
        }

        _pool.Return(pieces);
        return values;
    }

    private static bool HasValue(EntityLabel label) =>
        label == EntityLabel.Date || label == EntityLabel.RelativeDate || label == EntityLabel.Money || label == EntityLabel.Time || label == EntityLabel.Percent
        || label == EntityLabel.Quantity || label == EntityLabel.Ordinal || label == EntityLabel.Cardinal || label == EntityLabel.Misc;

    /// <summary>The tokens of the sentence that a mention stands in; of more than one, or of the mention alone, where that is not so.</summary>
    private static (int First, int End) Surroundings(Document document, EntityMention mention, ref int sentence)
    {
        int first = mention.FirstToken, end = first + mention.TokenCount;
        if (!document.Has(Layer.Sentences)) return (first, end);
        var layer = document.SentenceLayer;
        if (sentence < 0) sentence = 0;
        while (sentence < layer.FirstTokens.Length && layer.FirstTokens[sentence] + layer.TokenCounts[sentence] <= first) sentence++;
        if (sentence == layer.FirstTokens.Length || layer.FirstTokens[sentence] > first) return (first, end);
        return (layer.FirstTokens[sentence], Math.Max(end, layer.FirstTokens[sentence] + layer.TokenCounts[sentence]));
    }

    private MentionValue? Read(Document document, EntityMention mention, ValuePieceBuffer pieces)
    {
        int first = pieces.FirstOf(mention.FirstToken), end = pieces.FirstOf(mention.FirstToken + mention.TokenCount);
        var text = new ValueText(document.Text, pieces, first, end);
        var label = mention.Label;
        if (label == EntityLabel.Money) return _money.Read(Widened(text)) ?? _money.Read(text);
        if (label == EntityLabel.Percent) return _percents.Read(Widened(text, '%'));
        if (label == EntityLabel.Quantity) return _quantities.Read(text);
        if (label == EntityLabel.Ordinal) return _ordinals.Read(text);
        if (label == EntityLabel.Time) return _times.Read(text) ?? (MentionValue?)_quantities.Read(text);
        if (label == EntityLabel.Date || label == EntityLabel.RelativeDate) return ReadDate(document, text);
        if (label == EntityLabel.Misc) return ReadHoliday(document, text);
        return _numbers.FirstRange(text) is { } range ? new NumberValue(range.First.Value, range.Second?.Value) : null;
    }

    private ValueText Widened(in ValueText text, char mark = '\0')
    {
        var (first, end) = _amounts.Of(text, mark);
        return new ValueText(text, first, end);
    }

    private MentionValue? ReadDate(Document document, in ValueText text)
    {
        var published = document.Metadata.Published is { Year: >= FirstYear and <= LastYear } day ? day : (DateOnly?)null;
        ReadOnlySpan<Upos> tags = document.Has(Layer.PartOfSpeech) ? document.PartOfSpeechLayer : default;
        var tense = _tense.Read(text, tags);

        if (NameAround(text) is { } name) return Read(text, name.First, name.End, published, tense);

        // With what stands around it, "last" Friday; else what stands on one side, else the mention by itself.
        int left = _extent.Left(text, text.First), right = _extent.Right(text, text.End);
        return Read(text, left, right, published, tense) ?? Read(text, left, text.End, published, tense)
            ?? Read(text, text.First, right, published, tense) ?? Read(text, text.First, text.End, published, tense);
    }

    /// <summary>A name that is a day's: corpora count "Boxing Day" among what is neither person nor place.</summary>
    private MentionValue? ReadHoliday(Document document, in ValueText text)
    {
        int first = text.Is(text.First, "the") ? text.First + 1 : text.First;
        var whole = new ValueText(text, 0, text.Pieces.Count);
        return _holidays.Around(whole, first, first) is { } holiday && holiday.Next + (text[holiday.Next].Type == ValuePieceType.Digits ? 1 : 0) >= text.End ? ReadDate(document, text) : null;
    }

    /// <summary>The whole name of the day that a mention has a word of: "Good Friday", of which only "Friday" may have been found.</summary>
    private (int First, int End)? NameAround(in ValueText text)
    {
        var whole = new ValueText(text, 0, text.Pieces.Count);
        if (_holidays.Around(whole, text.First, 0) is not { } holiday) return null;
        int end = Math.Max(holiday.Next, text.End);
        if (end == holiday.Next && text[end] is { Type: ValuePieceType.Digits, Length: 4 }) end++;
        return (Math.Min(holiday.First, text.First), end);
    }

    private MentionValue? Read(in ValueText text, int first, int end, DateOnly? published, DateTense tense) =>
        _dates.Read(new ValueText(text, first, end), published, tense);

    /// <summary>Stands for the reader in documents whose values nobody has asked for.</summary>
    private sealed class Deferred : MentionValueReader
    {
        public override MentionValue?[] Read(Document document) => Lazy.Value.Read(document);
    }
}
