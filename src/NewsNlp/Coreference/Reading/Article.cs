using System.Runtime.CompilerServices;
using NewsNlp.Coreference.Lexicons;
using NewsNlp.Documents;
using NewsNlp.Threading;

namespace NewsNlp.Coreference.Reading;

/// <summary>A document as coreference reads it: flat arrays over its tokens. Scratch memory, filled anew for each document.</summary>
internal sealed class Article
{
    // The dearest item of a pass takes some 20 µs.
    private const int CancellationInterval = 64;

    private readonly WordIds _familyNames = new();
    private bool[] _cues = [];
    private bool[] _pairs = [];
    private Document? _document;
    private Upos[]? _tags;
    private int[] _starts = [];
    private int[] _lengths = [];

    public Document Document => _document!;

    public string Text { get; private set; } = "";

    public int Count { get; private set; }

    /// <summary>What the word lists say of each token.</summary>
    public WordEntry?[] Entries { get; private set; } = [];

    /// <summary>Each token's sentence; -1 outside of all.</summary>
    public int[] Sentences { get; private set; } = [];

    /// <summary>For each token the quotation whose own words it is one of; -1 for none.</summary>
    public int[] Quotes { get; private set; } = [];

    /// <summary>For each token the quote that it is a part of the content of, in quotation marks or not; -1 for none.</summary>
    public int[] Contents { get; private set; } = [];

    /// <summary>For each token the entity mention that it lies in; -1 for none.</summary>
    public int[] Names { get; private set; } = [];

    public int SentenceCount { get; private set; }

    public int[] SentenceStarts { get; private set; } = [];

    /// <summary>Each sentence's paragraph, counted by line ends.</summary>
    public int[] Paragraphs { get; private set; } = [];

    /// <summary>What kind of block each sentence lies in.</summary>
    public BlockKind[] SentenceBlocks { get; private set; } = [];

    public bool HasTags => _tags is not null;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Read(Document document, CancellationToken cancellationToken = default)
    {
        _document = document;
        CancellationToken = cancellationToken;
        Text = document.Text;
        _starts = document.TokenLayer.Starts;
        _lengths = document.TokenLayer.Lengths;
        _tags = document.Has(Layer.PartOfSpeech) ? document.PartOfSpeechLayer : null;
        Count = _starts.Length;
        if (Entries.Length < Count)
        {
            var size = (int)Math.Max(Count, Math.Min(2L * Entries.Length, Array.MaxLength));
            Entries = new WordEntry?[size];
            Sentences = InterruptibleMemory.Allocate<int>(size);
            Quotes = InterruptibleMemory.Allocate<int>(size);
            Contents = InterruptibleMemory.Allocate<int>(size);
            Names = InterruptibleMemory.Allocate<int>(size);
            _cues = InterruptibleMemory.Allocate<bool>(size);
            _pairs = InterruptibleMemory.Allocate<bool>(size);
        }

        ReadWords(document.TokenLayer.Kinds);
        ReadSentences();
        ReadNames();
        ReadQuotes();
    }

    /// <summary>Forgets the document, so that scratch memory does not keep it alive.</summary>
    public void Release()
    {
        Array.Clear(Entries, 0, Count);
        _document = null;
        CancellationToken = default;
        _tags = null;
        _starts = [];
        _lengths = [];
        Text = "";
        Count = 0;
    }

    /// <summary>Ends the work on the article early.</summary>
    public CancellationToken CancellationToken { get; private set; }

    /// <summary>To be called for each item of a pass, by its place: now and then looks whether the work is to end.</summary>
    /// <exception cref="OperationCanceledException">It is.</exception>
    public void Look(int item)
    {
        if (item % CancellationInterval == 0)
        {
            CancellationToken.ThrowIfCancellationRequested();
        }
    }

    public ReadOnlySpan<char> Form(int token) => Text.AsSpan(_starts[token], _lengths[token]);

    public Upos Tag(int token) => _tags is null ? Upos.X : _tags[token];

    /// <summary>The characters from one token to another.</summary>
    public TextSpan Span(int start, int end) => TextSpan.FromBounds(_starts[start], _starts[end - 1] + _lengths[end - 1]);

    public int StartOf(int token) => _starts[token];

    public int EndOf(int token) => _starts[token] + _lengths[token];

    /// <summary>The token behind a sentence's last.</summary>
    public int SentenceEnd(int sentence) => SentenceStarts[sentence] + Document.SentenceLayer.TokenCounts[sentence];

    public bool Is(int token, WordFlags flags) => Entries[token] is { } entry && entry.Is(flags);

    public bool IsWord(int token, string word) => Form(token).Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool IsCapitalized(int token) => char.IsUpper(Text[_starts[token]]);

    public bool IsPunctuation(int token) => !char.IsLetterOrDigit(Text[_starts[token]]) && Form(token) is not ("$" or "&" or "'s" or "’s" or "'" or "’");

    public bool IsPossessiveMark(int token) => Form(token) is "'s" or "’s" or "'" or "’";

    /// <summary>Whether the words that introduce a quote begin at a token, whatever its tag: "reads" in "the letter reads".</summary>
    public bool IsCue(int token) => _cues[token];

    /// <summary>Whether "the" and a word behind it are the source of a quote: somebody, whatever the word's tag.</summary>
    public bool IsSource(int the) => _pairs[the] && IsWord(the, "the");

    /// <summary>Whether a token that the recognizer overlooked is the last word of a person's name elsewhere in the article, <c>Lee</c> of <c>Ann Lee</c>.</summary>
    public bool IsFamilyName(int token) => _familyNames.Count > 0 && Tag(token) == Upos.PROPN && Names[token] < 0 && IsCapitalized(token) && _familyNames.Contains(Form(token));

    /// <summary>The index of the first token that starts at or behind a place in the text.</summary>
    public int TokenAt(int position)
    {
        var index = Array.BinarySearch(_starts, 0, Count, position);
        return index >= 0 ? index : ~index;
    }

    private void ReadWords(TokenKind[] kinds)
    {
        var lexicon = CoreferenceLexicon.Default;
        for (var i = 0; i < Count; i++)
        {
            Look(i);
            Entries[i] = kinds[i] == TokenKind.Word ? lexicon.Find(Form(i)) : null;
        }
    }

    private void ReadSentences()
    {
        var layer = Document.SentenceLayer;
        SentenceStarts = layer.FirstTokens;
        SentenceCount = SentenceStarts.Length;
        if (SentenceBlocks.Length < SentenceCount)
        {
            SentenceBlocks = new BlockKind[Math.Max(SentenceCount, 2 * SentenceBlocks.Length)];
            Paragraphs = new int[SentenceBlocks.Length];
        }

        InterruptibleMemory.Fill(Sentences.AsSpan(0, Count), -1, CancellationToken);
        var blocks = Document.Has(Layer.Blocks) ? Document.BlockLayer : null;
        var block = 0;
        for (var s = 0; s < SentenceCount; s++)
        {
            Look(s);
            Array.Fill(Sentences, s, SentenceStarts[s], layer.TokenCounts[s]);
            SentenceBlocks[s] = BlockKind.Paragraph;
            Paragraphs[s] = s == 0 ? 0 : Paragraphs[s - 1] + (HasLineEnd(SentenceEnd(s - 1) - 1, SentenceStarts[s]) ? 1 : 0);
            if (blocks is not null)
            {
                while (block < blocks.Spans.Length - 1 && blocks.Spans[block].End <= _starts[SentenceStarts[s]])
                {
                    block++;
                }

                SentenceBlocks[s] = blocks.Kinds[block];
            }
        }
    }

    private bool HasLineEnd(int token, int next) => Text.AsSpan(EndOf(token), _starts[next] - EndOf(token)).ContainsAny('\n', '\r');

    private void ReadNames()
    {
        InterruptibleMemory.Fill(Names.AsSpan(0, Count), -1, CancellationToken);
        _familyNames.Clear();
        if (Document.Has(Layer.EntityMentions))
        {
            var mentions = Document.EntityMentionLayer;
            for (var m = 0; m < mentions.FirstTokens.Length; m++)
            {
                Look(m);
                Array.Fill(Names, m, mentions.FirstTokens[m], mentions.TokenCounts[m]);
                if (mentions.TokenCounts[m] > 1 && mentions.Labels[m] == EntityLabel.Person)
                {
                    ReadFamilyName(mentions.FirstTokens[m], mentions.FirstTokens[m] + mentions.TokenCounts[m]);
                }
            }
        }
    }

    private void ReadFamilyName(int start, int end)
    {
        end -= IsPossessiveMark(end - 1) ? 1 : 0;
        if (end - start > 1 && _lengths[end - 1] > 2)
        {
            _familyNames.Add(Form(end - 1));
        }
    }

    private void ReadQuotes()
    {
        InterruptibleMemory.Fill(Quotes.AsSpan(0, Count), -1, CancellationToken);
        InterruptibleMemory.Fill(Contents.AsSpan(0, Count), -1, CancellationToken);
        InterruptibleMemory.Fill(_cues.AsSpan(0, Count), false, CancellationToken);
        InterruptibleMemory.Fill(_pairs.AsSpan(0, Count), false, CancellationToken);
        if (!Document.Has(Layer.Quotes))
        {
            return;
        }

        foreach (var quote in Document.Quotes)
        {
            Look(quote.Index);
            if (quote.Cue is { } cue && TokenAt(cue.Start) is var first && first < Count)
            {
                _cues[first] = true;
            }

            foreach (var source in quote.Source)
            {
                if (TokenAt(source.Start) is var token && token + 1 < Count && EndOf(token + 1) == source.End)
                {
                    _pairs[token] = true;
                }
            }

            foreach (var content in quote.Contents)
            {
                ReadContent(content, quote);
            }
        }
    }

    /// <summary>
    /// Somebody's own words are all of a direct content, what stands between the marks of a mixed one, and in a transcript all that
    /// stands behind the label, but for what is quoted there in turn.
    /// </summary>
    private void ReadContent(TextSpan content, Quote quote)
    {
        var kind = quote.Kind;
        var index = quote.Index;
        var isLabelled = kind != QuoteKind.Direct && IsLabelled(quote);
        var inside = kind == QuoteKind.Direct || isLabelled;
        for (var t = TokenAt(content.Start); t < Count && _starts[t] < content.End; t++)
        {
            Contents[t] = index;
            if (kind == QuoteKind.Mixed && IsQuotationMark(t))
            {
                inside = Form(t)[0] switch { '“' or '‘' or '«' => !isLabelled, '”' or '»' => isLabelled, _ => !inside };
            }

            if (inside)
            {
                Quotes[t] = index;
            }
        }
    }

    /// <summary>"Ann Lee: No. She was right.": a source at its line's start, a colon, and all that is said.</summary>
    private bool IsLabelled(Quote quote) =>
        quote.Cue is { Length: 1 } cue && Text[cue.Start] == ':' && quote.Source is [var source] && source.End == cue.Start
        && quote.Contents[0].Start > cue.Start && (source.Start == 0 || Text[source.Start - 1] is '\n' or '\r');

    private bool IsQuotationMark(int token) => Form(token) is "\"" or "“" or "”" or "''" or "``" or "«" or "»" or "‘";
}
