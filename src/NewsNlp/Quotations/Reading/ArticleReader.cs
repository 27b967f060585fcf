using NewsNlp.Documents;
using NewsNlp.Features;
using NewsNlp.Quotations.Cues;
using NewsNlp.Quotations.Marks;
using NewsNlp.Threading;

namespace NewsNlp.Quotations.Reading;

/// <summary>
/// An article as the quote models see it: flat arrays over its tokens, each word hashed once. Scratch memory: it is
/// filled anew for each document by <see cref="Read"/>, and its arrays may be longer than the document.
/// </summary>
internal sealed class ArticleReader(CueLexicon lexicon, WordClusters clusters)
{
    private const int CancellationInterval = 256;

    /// <summary>A sentence that has more tokens is read as several: work for a cue grows with its sentence.</summary>
    public const int LongestSentence = 320;

    private const int PieceOfSentence = 256;

    /// <summary>The hash of the empty place before or behind a sentence.</summary>
    public const ulong Outside = 7;

    private const ulong DoubleMark = 11;

    // Labels up to this one are those of people, bodies and places.
    private const int LastSpeakingLabel = 4;

    // What a label's number grows by inside a mention.
    private const int InsideMention = 16;

    private readonly KnownWords _words = new(lexicon, clusters);
    private Document? _document;

    public string Text { get; private set; } = "";

    public int Count { get; private set; }

    public int SentenceCount { get; private set; }

    public int[] Starts { get; private set; } = [];

    public int[] Lengths { get; private set; } = [];

    /// <summary>The hash of each token's form in lower case, quotation marks and dashes made alike.</summary>
    public ulong[] Forms { get; private set; } = [];

    /// <summary>The hash of each token's dictionary form in lower case; the form's own hash without that layer.</summary>
    public ulong[] Lemmas { get; private set; } = [];

    public TokenClass[] Classes { get; private set; } = [];

    /// <summary>Each token's word classes by use; default for words without.</summary>
    public WordClass[] Clusters { get; private set; } = [];

    /// <summary>Each token's group in the cue lexicon, 0 for none.</summary>
    public byte[] Groups { get; private set; } = [];

    public MarkKind[] Marks { get; private set; } = [];

    /// <summary>Each token's sentence; -1 for a token that lies in none.</summary>
    public int[] Sentences { get; private set; } = [];

    /// <summary>Each token's paragraph, numbered from 0.</summary>
    public int[] Paragraphs { get; private set; } = [];

    /// <summary>Each sentence's first token.</summary>
    public int[] SentenceStarts { get; private set; } = [];

    /// <summary>The token behind each sentence's last.</summary>
    public int[] SentenceEnds { get; private set; } = [];

    /// <summary>Each token's entity label: 0 for none, else its number, plus 16 inside a mention.</summary>
    public byte[] Entities { get; private set; } = [];

    /// <summary>Whether a token lies in a mention of a person, a body or a place: what speaks.</summary>
    public bool IsOfSpeaker(int token) => Entities[token] % InsideMention is > 0 and <= LastSpeakingLabel;

    /// <summary>Whether a token lies in a person's name.</summary>
    public bool IsPerson(int token) => Entities[token] % InsideMention == 1;

    /// <summary>Reads a document that has tokens and sentences.</summary>
    public void Read(Document document, CancellationToken cancellationToken = default)
    {
        CancellationToken = cancellationToken;
        _document = document;
        Text = document.Text;
        var tokens = document.TokenLayer;
        Starts = tokens.Starts;
        Lengths = tokens.Lengths;
        Count = tokens.Count;
        if (Forms.Length < Count)
        {
            var size = Math.Max(Count, (int)Math.Min(2L * Forms.Length, Array.MaxLength));
            Forms = new ulong[size];
            Lemmas = new ulong[size];
            Classes = new TokenClass[size];
            Clusters = new WordClass[size];
            Groups = new byte[size];
            Marks = new MarkKind[size];
            Sentences = new int[size];
            Paragraphs = new int[size];
            Entities = new byte[size];
        }

        ReadWords(document);
        ReadSentences(document);
        ReadParagraphs(document);
        ReadEntities(document);
    }

    /// <summary>Forgets the document, so that scratch memory does not keep it alive.</summary>
    public void Release()
    {
        _document = null;
        CancellationToken = default;
        Text = "";
        Starts = [];
        Lengths = [];
        Count = 0;
    }

    /// <summary>Whether a paragraph begins with the token.</summary>
    public bool OpensParagraph(int token) => token == 0 || Paragraphs[token - 1] != Paragraphs[token];

    /// <summary>The token behind the last of a token's paragraph.</summary>
    public int EndOfParagraph(int token)
    {
        var paragraph = Paragraphs[token];
        var end = token + 1;
        while (end < Count && Paragraphs[end] == paragraph)
        {
            Look(end++);
        }

        return end;
    }

    /// <summary>Whether there is white space, or nothing, before the token.</summary>
    public bool HasSpaceBefore(int token) =>
        token == 0 || Starts[token - 1] + Lengths[token - 1] < Starts[token];

    /// <summary>Whether there is white space, or nothing, behind the token.</summary>
    public bool HasSpaceAfter(int token) =>
        token == Count - 1 || Starts[token] + Lengths[token] < Starts[token + 1];

    /// <summary>Whether a new line begins with the token.</summary>
    public bool BeginsLine(int token)
    {
        if (token == 0)
        {
            return true;
        }

        var end = Starts[token - 1] + Lengths[token - 1];
        return Text.AsSpan(end, Starts[token] - end).Contains('\n');
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

    public ReadOnlySpan<char> Form(int token) => Text.AsSpan(Starts[token], Lengths[token]);

    /// <summary>The token's dictionary form, or its form where that layer is absent.</summary>
    public string LemmaText(int token) =>
        _document is { } document && document.Has(Layer.Lemmas) ? document.LemmaLayer[token] : Form(token).ToString();

    /// <summary>Gives a token the form and the class of a double quotation mark.</summary>
    public void SetDoubleMark(int token)
    {
        Forms[token] = Lemmas[token] = DoubleMark;
        Classes[token] = TokenClass.DoubleMark;
        Clusters[token] = default;
        Groups[token] = 0;
    }

    private void ReadWords(Document document)
    {
        var tags = document.Has(Layer.PartOfSpeech) ? document.PartOfSpeechLayer : null;
        var lemmas = document.Has(Layer.Lemmas) ? document.LemmaLayer : null;
        for (var i = 0; i < Count; i++)
        {
            var form = Form(i);
            if (CancellationPace.IsDue(i, CancellationInterval, form.Length))
            {
                CancellationToken.ThrowIfCancellationRequested();
            }

            var tag = tags is null ? Upos.X : tags[i];
            var mark = MarkKinds.Of(form);
            Marks[i] = mark;
            if (MarkKinds.IsDouble(mark))
            {
                SetDoubleMark(i);
                continue;
            }

            Forms[i] = WordHash.Plain(form);
            Lemmas[i] = lemmas is null || mark != MarkKind.None ? Forms[i] : WordHash.Plain(lemmas[i]);
            ref readonly var word = ref _words.Find(form, Forms[i], Lemmas[i], tag, lemmas is not null);
            Classes[i] = word.Class;
            Clusters[i] = word.Clusters;
            Groups[i] = word.Group;
        }
    }

    private void ReadSentences(Document document)
    {
        var layer = document.SentenceLayer;
        InterruptibleMemory.Fill(Sentences.AsSpan(0, Count), -1, CancellationToken);
        SentenceCount = 0;
        for (var s = 0; s < layer.FirstTokens.Length; s++)
        {
            Look(s);
            int start = layer.FirstTokens[s], end = start + layer.TokenCounts[s];
            for (var piece = end - start <= LongestSentence ? end - start : PieceOfSentence; start < end; start += piece)
            {
                AddSentence(start, Math.Min(start + piece, end));
            }
        }
    }

    private void AddSentence(int start, int end)
    {
        if (SentenceCount == SentenceStarts.Length)
        {
            var (starts, ends) = (SentenceStarts, SentenceEnds);
            Array.Resize(ref starts, Math.Max(64, 2 * SentenceCount));
            Array.Resize(ref ends, starts.Length);
            (SentenceStarts, SentenceEnds) = (starts, ends);
        }

        Array.Fill(Sentences, SentenceCount, start, end - start);
        SentenceStarts[SentenceCount] = start;
        SentenceEnds[SentenceCount++] = end;
    }

    private void ReadParagraphs(Document document)
    {
        var blocks = document.Has(Layer.Blocks) ? document.BlockLayer.Spans : null;
        int paragraph = 0, block = 0;
        for (var i = 0; i < Count; i++)
        {
            Look(i);
            if (blocks is not null)
            {
                while (block < blocks.Length - 1 && blocks[block].End <= Starts[i])
                {
                    block++;
                }

                paragraph = block;
            }
            else if (i > 0)
            {
                var end = Starts[i - 1] + Lengths[i - 1];
                paragraph += Text.AsSpan(end, Starts[i] - end).Contains('\n') ? 1 : 0;
            }

            Paragraphs[i] = paragraph;
        }
    }

    private void ReadEntities(Document document)
    {
        Array.Clear(Entities, 0, Count);
        if (!document.Has(Layer.EntityMentions))
        {
            return;
        }

        var mentions = document.EntityMentionLayer;
        for (var m = 0; m < mentions.FirstTokens.Length; m++)
        {
            Look(m);

            // The quote models were learned without these.
            if (mentions.Labels[m] == EntityLabel.RelativeDate)
            {
                continue;
            }

            var number = NumberOf(mentions.Labels[m]);
            for (var k = 0; k < mentions.TokenCounts[m]; k++)
            {
                Entities[mentions.FirstTokens[m] + k] = (byte)(number + (k == 0 ? 0 : 16));
            }
        }
    }

    private static int NumberOf(EntityLabel label) => label.Name switch
    {
        "Person" => 1,
        "Organization" => 2,
        "Location" => 3,
        "NORP" => 4,
        "Facility" => 5,
        "Product" => 6,
        "Date" or "Time" => 7,
        "Money" or "Percent" or "Quantity" or "Ordinal" or "Cardinal" => 8,
        _ => 9,
    };
}
