using NewsNlp.Quotations.Cues;
using NewsNlp.Quotations.Marks;
using NewsNlp.Quotations.Reading;
using NewsNlp.Quotations.Roles;

namespace NewsNlp.Quotations.Contents;

/// <summary>
/// The features of a whole attribution, which a chain over units cannot see: how many pieces it has, how they fit
/// together, what they leave over. Training and inference share this class.
/// </summary>
internal ref partial struct AttributionFeatures
{
    /// <summary>The most features that an attribution has; pieces beyond the fourth have none.</summary>
    public const int MaxCount = 40 + (5 * FeaturesOfPiece);

    /// <summary>The most pieces of one attribution that have features of their own.</summary>
    public const int MaxOwnPieces = MaxPieces + 1;

    private const int FeaturesOfPiece = 48;
    private const int MaxPieces = 4;

    private readonly ArticleReader _article;
    private readonly QuotationFinder _quotations;
    private readonly RoleProbabilities _roles;
    private readonly ReadOnlySpan<Cue> _others;
    private readonly Cue _cue;
    private readonly int _start;
    private readonly int _end;
    private readonly ulong _cueLemma;
    private readonly ulong _cueGroup;
    private readonly ulong _cueClass;

    /// <summary>Turns to a cue.</summary>
    /// <param name="article">The article.</param>
    /// <param name="quotations">Its quotations.</param>
    /// <param name="roles">The tokens' likely roles.</param>
    /// <param name="cue">The cue.</param>
    /// <param name="others">The likely cues of its window, in order.</param>
    public AttributionFeatures(
        ArticleReader article, QuotationFinder quotations, RoleProbabilities roles, Cue cue, ReadOnlySpan<Cue> others)
    {
        _article = article;
        _quotations = quotations;
        _roles = roles;
        _cue = cue;
        _others = others;
        var head = CueHead.Of(article, cue);
        (_start, _end) = (article.SentenceStarts[article.Sentences[head]], article.SentenceEnds[article.Sentences[head]]);
        _cueLemma = article.Lemmas[head];
        _cueClass = (ulong)article.Classes[head];
        _cueGroup = article.Groups[head] != 0 ? article.Groups[head] : 1000ul + article.Clusters[head].A0;
    }

    /// <summary>Adds the features of one way to give the cue a source and a content.</summary>
    public readonly void Extract(Attribution attribution, int rank, ref FeatureList f)
    {
        ExtractWhole(attribution, rank, ref f);
        for (var i = 0; i < CountOfPieces(attribution); i++)
        {
            ExtractPiece(PieceOf(attribution, i), ref f);
        }
    }

    /// <summary>How many pieces of an attribution have features of their own.</summary>
    public static int CountOfPieces(Attribution attribution) =>
        Math.Min(attribution.Content.Count, MaxPieces) + (attribution.Source.Count > 0 ? 1 : 0);

    /// <summary>One of those pieces: content first, then the source.</summary>
    public static Piece PieceOf(Attribution attribution, int index) => index < Math.Min(attribution.Content.Count, MaxPieces)
        ? new Piece(attribution.Content[index], index == 0 ? PieceRole.FirstContent : PieceRole.LaterContent)
        : new Piece(attribution.Source[0], PieceRole.Source);

    /// <summary>Adds the features of a piece, which are the same in every attribution of the cue that has the piece.</summary>
    public readonly void ExtractPiece(Piece piece, ref FeatureList f)
    {
        if (piece.Role == PieceRole.Source)
        {
            AddPiece(piece.Range, 200, 0, ref f);
            AddRoles(piece.Range, RoleLabels.Source, 1200, 0, ref f);
            AddSource(piece.Range, ref f);
        }
        else
        {
            var index = piece.Role == PieceRole.FirstContent ? 0 : 1;
            AddPiece(piece.Range, 100, index, ref f);
            AddRoles(piece.Range, RoleLabels.Content, 1100, index, ref f);
        }
    }

    /// <summary>Adds the features of what the pieces are to each other and to the sentence.</summary>
    public readonly void ExtractWhole(Attribution attribution, int rank, ref FeatureList f)
    {
        var kind = KindOf(attribution);
        ulong contents = (ulong)Math.Min(attribution.Content.Count, 4), sources = (ulong)Math.Min(attribution.Source.Count, 3);
        var beforeCue = Class(_cue.First - 1);
        f.Add(0, (ulong)Math.Min(rank, 3));
        f.Add(1, contents, sources);
        f.Add(2, contents, kind);
        f.Add(3, contents, _cueLemma);
        f.Add(4, sources, _cueLemma);
        f.Add(5, sources, _cueClass, beforeCue);
        f.Add(6, (sources * 8) + contents, Class(_cue.First));
        f.Add(7, sources, _cueGroup, contents);
        f.Add(8, sources, beforeCue, kind);
        AddPattern(attribution, ref f);
        if (attribution.Content.Count > 0)
        {
            AddFit(attribution, kind, ref f);
        }
    }

    private readonly void AddPattern(Attribution attribution, ref FeatureList f)
    {
        var pattern = AttributionPattern.Of(_article, _quotations, attribution);
        f.Add(50, pattern.Parts);
        f.Add(51, pattern.PartsAndGaps);
        f.Add(52, pattern.Parts, _cueLemma);
        f.Add(53, pattern.PartsAndGaps, _cueClass);
        f.Add(54, pattern.Parts, _cueGroup);
        if (attribution.Content.Count > 0)
        {
            var first = attribution.Content[0];
            var ending = Class(Math.Max(first.First, first.End - 2));
            f.Add(55, pattern.Parts, ending, Bucket.Distance(first.Length));
            f.Add(56, pattern.PartsAndGaps, ending);
        }
    }

    /// <summary>0 no content, 1 all of it between quotation marks, 2 none, 3 some.</summary>
    private readonly ulong KindOf(Attribution attribution)
    {
        bool inside = false, outside = false;
        foreach (var piece in attribution.Content)
        {
            // A piece is looked at by its ends: in between it may be as long as the article.
            inside |= _quotations.Of[piece.First] >= 0 || _quotations.Of[piece.End - 1] >= 0;
            outside |= _quotations.Of[piece.First] < 0 || _quotations.Of[piece.End - 1] < 0;
        }

        return (inside ? 1ul : 0) + (outside ? 2ul : 0);
    }

    private readonly ulong Class(int i) => i < 0 ? 61 : i >= _article.Count || _article.Sentences[i] < 0 ? 62 : (ulong)_article.Classes[i];

    private readonly void AddPiece(TokenRange piece, int template, int index, ref FeatureList f)
    {
        int s = piece.First, e = piece.End, last = e - 1;
        var counts = PieceCounts.Of(_article, piece);
        var quoted = (_quotations.Opens(s) ? 2ul : 0) + (_quotations.Closes(last) ? 1ul : 0);
        var sentenceEnd = _article.SentenceEnds[_article.Sentences[last]];
        var side = (s >= _cue.End ? 1ul : 0) + (index > 0 ? 2ul : 0);
        var single = _article.Sentences[s] == _article.Sentences[last] ? 1ul : 0;
        ulong before = Class(s - 1), first = Class(s), final = Class(last), next = Class(e), afterNext = Class(e + 1);
        var length = Bucket.Distance(piece.Length);
        f.Add(template, side, quoted, single);
        f.Add(template + 1, side, next, afterNext);
        f.Add(template + 2, side, final, next);
        f.Add(template + 3, side, before, first);
        f.Add(template + 4, side, _article.Lemmas[s], _cueLemma);
        f.Add(template + 5, side, (ulong)Math.Min(sentenceEnd - e, 3), quoted);
        f.Add(template + 6, side, length, quoted);
        f.Add(template + 7, side, length, _cueGroup);
        f.Add(template + 8, side, counts.Dashes & 1, next);
        f.Add(template + 9, counts.Brackets & 1, side);
        f.Add(template + 10, side, (counts.Commas > 0 ? 2ul : 0) + (counts.Commas & 1), (next * 64) + final);
        f.Add(template + 11, side, Math.Min(counts.Verbs, 3), quoted);
        f.Add(template + 12, side, Math.Min(counts.Verbs, 3), _cueGroup);
        f.Add(template + 13, side, Math.Min(counts.Verbs, 2), (first * 64) + next);
        f.Add(template + 14, side, CuesInside(piece), quoted);
        f.Add(template + 15, side, CueFollows(e), next);
        f.Add(template + 16, side, (first * 64) + final, Math.Min(counts.Verbs, 2));
        f.Add(template + 17, side, first, _cueLemma);
        f.Add(template + 18, side, _article.Lemmas[Math.Min(e, _article.Count - 1)], final);
        f.Add(template + 19, side, NextWord(e, sentenceEnd), next);
        f.Add(template + 20, side, before, _article.Lemmas[s]);
        f.Add(template + 21, side, (next * 64) + afterNext, _article.Lemmas[Math.Min(e, _article.Count - 1)]);
        f.Add(template + 22, side, NextVerb(e, sentenceEnd), next);
        f.Add(template + 23, side, single * 2, (first * 64) + _cueClass);
        f.Add(template + 24, side, _article.Clusters[last].A1, _article.Clusters[Math.Min(e, _article.Count - 1)].A1);
        f.Add(template + 25, side, EntityCut(piece), next);
        var edges = ClauseEdges.Of(_article, piece, sentenceEnd);
        f.Add(template + 26, edges.Behind, edges.FirstVerb, _cueClass);
        f.Add(template + 27, edges.Inside, edges.FirstVerb, _cueClass);
        f.Add(template + 28, edges.Participle, quoted, _cueGroup);
        f.Add(template + 29, edges.Behind, _article.Lemmas[Math.Min(e + 1, _article.Count - 1)]);
        f.Add(template + 30, edges.Inside, edges.LastConjunction >= 0 ? _article.Lemmas[Math.Min(edges.LastConjunction + 1, _article.Count - 1)] : 0);
        f.Add(template + 31, side, counts.Dashes, (next * 64) + Math.Min(counts.Verbs, 2));
    }

    // Whether a mention crosses the piece's start or end.
    private readonly ulong EntityCut(TokenRange piece) =>
        (_article.Entities[piece.First] > 16 ? 2ul : 0)
        + (piece.End < _article.Count && _article.Entities[piece.End] > 16 ? 1ul : 0);

    private readonly ulong CuesInside(TokenRange piece)
    {
        var inside = 0ul;
        foreach (var other in _others)
        {
            inside += other.First >= piece.First && other.End <= piece.End ? 1ul : 0;
        }

        return Math.Min(inside, 2);
    }

    private readonly ulong CueFollows(int token)
    {
        foreach (var other in _others)
        {
            if (other.First >= token && other.First < token + 4)
            {
                return 1ul + (ulong)(other.First - token);
            }
        }

        return 0;
    }

    // The next word behind a piece that is neither punctuation nor a conjunction.
    private readonly ulong NextWord(int token, int end)
    {
        while (token < end && _article.Classes[token] is >= TokenClass.Comma or TokenClass.Conjunction)
        {
            token++;
        }

        return token < end ? Class(token) : 63;
    }

    // What comes first behind a piece: a verb, an auxiliary, or the sentence's end; and how soon.
    private readonly ulong NextVerb(int token, int end)
    {
        for (var i = token; i < Math.Min(end, token + 12); i++)
        {
            if (TokenClasses.IsVerbal(_article.Classes[i]))
            {
                return ((ulong)_article.Classes[i] * 8) + (ulong)Math.Min(i - token, 4) + (i >= _cue.First && i < _cue.End ? 500ul : 0);
            }
        }

        return 7;
    }

    private readonly void AddSource(TokenRange source, ref FeatureList f)
    {
        var behind = source.First >= _cue.End ? 1ul : 0;
        int from = behind == 1 ? _cue.End : source.End, to = behind == 1 ? source.First : _cue.First;
        var gap = Bucket.Distance(to - from);
        var (verbs, phrases) = Between(from, to);
        f.Add(10, gap, behind);
        f.Add(11, Class(source.First), _article.Clusters[source.First].A1, source.Length > 4 ? 1ul : 0);
        f.Add(12, gap, behind, Class(from));
        f.Add(13, behind, verbs, phrases);
        f.Add(14, behind, verbs, _cueClass);
        f.Add(15, (behind * 4) + verbs, phrases, Class(_cue.First - 1));
        f.Add(16, Class(source.First - 1), behind, Class(source.First));
        f.Add(17, _article.Entities[source.First], behind, _article.Entities[source.End - 1]);
        f.Add(18, behind, Class(source.End - 1), _article.Lemmas[source.End - 1]);
    }

    // Verbs, and noun phrases without a preposition, between two tokens.
    private readonly (ulong Verbs, ulong Phrases) Between(int from, int to)
    {
        ulong verbs = 0, phrases = 0;
        for (var i = from; i < Math.Min(to, from + 24); i++)
        {
            var word = _article.Classes[i];
            verbs += TokenClasses.IsVerb(word) ? 1ul : 0;
            var head = word is TokenClass.NounSingular or TokenClass.NounPlural or TokenClass.ProperNoun
                or (>= TokenClass.PronounPersonal and <= TokenClass.Pronoun);
            phrases += head ? 1ul : 0;
        }

        return (Math.Min(verbs, 3), Math.Min(phrases, 3));
    }

    private readonly void AddFit(Attribution attribution, ulong kind, ref FeatureList f)
    {
        var content = attribution.Content[0];
        var behind = content.First >= _cue.End;
        int from = behind ? _cue.End : content.End, to = behind ? content.First : _cue.First;
        var gap = to - from;
        var source = attribution.Source.Count > 0 ? attribution.Source[0] : default;
        if (source.First >= from && source.End <= to)
        {
            gap -= source.Length;
        }

        var side = behind ? 1ul : 0;
        var sourceSide = attribution.Source.Count == 0 ? 2ul : source.First >= _cue.End ? 1ul : 0;
        f.Add(30, Bucket.Distance(gap), side, kind);
        f.Add(31, (ulong)Math.Min(gap, 5), side, _cueLemma);
        f.Add(32, side, gap > 0 ? Class(from) : 60, gap > 0 ? Class(to - 1) : 60);
        var rest = Uncovered(attribution);
        f.Add(33, Bucket.Distance(rest), kind);
        f.Add(34, rest == 0 ? 1ul : 0, kind, side);
        f.Add(35, (kind * 2) + side, sourceSide, (ulong)Math.Min(attribution.Content.Count, 3));
        f.Add(36, Bucket.Distance(rest), _cueGroup, side);
        f.Add(37, sourceSide, side, _cueLemma);
        f.Add(38, Bucket.Distance(rest), sourceSide, side);
        if (attribution.Source.Count > 0)
        {
            f.Add(39, (Class(source.End - 1) * 64) + Class(content.First), side, Bucket.Distance(gap));
        }
    }

    // Words of the cue's sentence that are in no part of the attribution.
    private readonly int Uncovered(Attribution attribution)
    {
        var words = 0;
        for (var i = _start; i < _end; i++)
        {
            if (TokenClasses.IsPunctuation(_article.Classes[i]) || (i >= _cue.First && i < _cue.End))
            {
                continue;
            }

            words += Covers(attribution.Content, i) || Covers(attribution.Source, i) ? 0 : 1;
        }

        return words;
    }

    private static bool Covers(List<TokenRange> pieces, int token)
    {
        for (var i = 0; i < Math.Min(pieces.Count, MaxPieces); i++)
        {
            if (token >= pieces[i].First && token < pieces[i].End)
            {
                return true;
            }
        }

        return false;
    }
}
