using NewsNlp.Documents;
using NewsNlp.Features;

namespace NewsNlp.Entities.Recognition;

/// <summary>
/// The features of the statistical entity recognizer, for training and for use alike: words, affixes, shapes, clusters and
/// gazetteers around a token, and what the whole article says of its spelling. Rented and reused, not safe for threads.
/// </summary>
internal sealed class EntityFeatures(WordClusters clusters, LexiconPhrases phrases)
{
    /// <summary>How far a run is followed to each side, so that a line all in capitals takes no time that grows with its square.</summary>
    private const int LongestRun = 12;

    /// <summary>How many places around a token are looked at, itself included.</summary>
    public const int Places = 5;

    /// <summary>The token's own place.</summary>
    public const int Here = 2;

    private const int Before2 = 0, Before = 1, Behind = 3, Behind2 = 4;

    private readonly DocumentWords _words = new();
    private readonly DocumentEvidence _evidence = new();
    private readonly PhraseMarks _marks = new();
    private int _first, _end;
    private bool _allCapitals;

    /// <summary>The words of the current document.</summary>
    public DocumentWords Words => _words;

    /// <summary>What the current document says of its words.</summary>
    public DocumentEvidence Evidence => _evidence;

    /// <summary>Reads a document that has tokens and sentences.</summary>
    public void Begin(Document document, CancellationToken cancellationToken = default)
    {
        var tokens = document.TokenLayer;
        _words.Read(document.Text, tokens, clusters, phrases, cancellationToken);
        _evidence.Read(_words, document.SentenceLayer, cancellationToken);
        _marks.Begin(tokens.Count, cancellationToken);
        var sentences = document.SentenceLayer;
        for (int i = 0; i < sentences.FirstTokens.Length; i++)
        {
            if (i % 64 == 0) cancellationToken.ThrowIfCancellationRequested();
            _marks.Read(_words, phrases, sentences.FirstTokens[i], sentences.FirstTokens[i] + sentences.TokenCounts[i], cancellationToken);
        }
    }

    /// <summary>Turns to a sentence of the document.</summary>
    public void BeginSentence(int first, int count, CancellationToken cancellationToken = default)
    {
        (_first, _end) = (first, first + count);
        _allCapitals = DocumentEvidence.IsAllCapitals(_words, _first, _end, cancellationToken);
    }

    /// <summary>Adds the features of a token of the current sentence.</summary>
    public void Add(int token, FeatureList features)
    {
        for (int place = 0; place < Places; place++) AddWord(WordAt(token + place - Here), place, features);
        AddContext(token, features);
    }

    /// <summary>Adds the features of a token that do not depend on one word and its place alone.</summary>
    public void AddContext(int token, FeatureList features)
    {
        AddNeighbours(token, features);
        AddClusters(token, features);
        AddPhrases(token, features);
        if (_words[WordAt(token)].IsCapitalized)
        {
            AddRun(token, features);
            AddEvidence(token, features);
        }
    }

    /// <summary>The word at a token of the document; 0 outside the current sentence.</summary>
    public int WordAt(int token) => token >= _first && token < _end ? _words.WordOf(token) : 0;

    private ulong MarksAt(int token) => token >= _first && token < _end ? _marks[token] : 0;

    /// <summary>
    /// Adds the features that depend on one word and its place alone (0 to 4: two before to two behind); they can be summed once
    /// for all its occurrences.
    /// </summary>
    public void AddWord(int word, int place, FeatureList features)
    {
        ref readonly var traits = ref _words[word];
        features.Add(FeatureHash.Feature(Template.Lower + place, traits.Lower));
        for (int i = 0; i < WordTraits.ClusterList.Length; i++)
            features.Add(FeatureHash.Feature(Template.Cluster + place + 5 * i, traits.Clusters[i]));
        if (place is Before2 or Behind2) return;
        features.Add(FeatureHash.Feature(Template.FineA + place, traits.FineA));
        features.Add(FeatureHash.Feature(Template.FineB + place, traits.FineB));
        features.Add(FeatureHash.Feature(Template.Shape + place, traits.Shape));
        if (place != Here) return;
        features.Add(FeatureHash.Feature(Template.Bias, 0));
        features.Add(FeatureHash.Feature(Template.Exact + place, traits.Exact));
        for (int i = 0; i < WordTraits.Affixes.Length; i++)
        {
            if (traits.Prefixes[i] == 0) break;
            features.Add(FeatureHash.Feature(Template.Prefix + i, traits.Prefixes[i]));
            features.Add(FeatureHash.Feature(Template.Suffix + i, traits.Suffixes[i]));
        }

        features.Add(FeatureHash.Feature(Template.Look, (ulong)traits.Look));
        for (int i = 0; i < WordTraits.ClusterList.Length; i++)
            features.Add(FeatureHash.Feature(Template.ShapeCluster + i, traits.Shape, traits.Clusters[i]));
    }

    private void AddNeighbours(int token, FeatureList features)
    {
        ref readonly var here = ref _words[WordAt(token)];
        ref readonly var before = ref _words[WordAt(token - 1)];
        ref readonly var before2 = ref _words[WordAt(token - 2)];
        ref readonly var behind = ref _words[WordAt(token + 1)];
        ref readonly var behind2 = ref _words[WordAt(token + 2)];
        features.Add(FeatureHash.Feature(Template.PreviousAndWord, before.Lower, here.Lower));
        features.Add(FeatureHash.Feature(Template.WordAndNext, here.Lower, behind.Lower));
        features.Add(FeatureHash.Feature(Template.TwoBefore, before2.Lower, before.Lower));
        features.Add(FeatureHash.Feature(Template.TwoBehind, behind.Lower, behind2.Lower));
        features.Add(FeatureHash.Feature(Template.Around, before.Lower, behind.Lower));
        features.Add(FeatureHash.Feature(Template.PreviousShapeAndShape, before.Shape, here.Shape));
        features.Add(FeatureHash.Feature(Template.ShapeAndNextShape, here.Shape, behind.Shape));
        features.Add(FeatureHash.Feature(Template.Shapes, before.Shape, here.Shape, behind.Shape));
        features.Add(FeatureHash.Feature(Template.PreviousWordAndShape, before.Lower, here.Shape));
        features.Add(FeatureHash.Feature(Template.ShapeAndNextWord, here.Shape, behind.Lower));
        features.Add(FeatureHash.Feature(Template.ShapesBefore, before2.Shape, before.Shape, here.Shape));
        bool first = token == _first, last = token == _end - 1;
        features.Add(FeatureHash.Feature(Template.Place, (first ? 2u : 0u) + (last ? 1u : 0u)));
        bool opens = first || (before.Look & WordLook.Quote) != 0;
        features.Add(FeatureHash.Feature(
            Template.Capitals, (opens ? 4u : 0u) + (here.IsCapitalized ? 2u : 0u) + (behind.IsCapitalized ? 1u : 0u)));
        features.Add(FeatureHash.Feature(
            Template.Rank, ((ulong)here.Rank << 2) + (here.IsCapitalized ? 2u : 0u) + (first ? 1u : 0u)));
        if (first) features.Add(FeatureHash.Feature(Template.FirstShape, here.Shape));
        if (!_allCapitals) return;
        features.Add(FeatureHash.Feature(Template.CapitalSentence, 1));
        features.Add(FeatureHash.Feature(Template.CapitalWord, here.Lower));
    }

    private void AddClusters(int token, FeatureList features)
    {
        ref readonly var here = ref _words[WordAt(token)];
        ref readonly var before = ref _words[WordAt(token - 1)];
        ref readonly var before2 = ref _words[WordAt(token - 2)];
        ref readonly var behind = ref _words[WordAt(token + 1)];
        ref readonly var behind2 = ref _words[WordAt(token + 2)];
        for (int i = 0; i < WordTraits.ClusterList.Length; i++)
        {
            ulong cluster = here.Clusters[i];
            if ((i & 1) == 1)
            {
                // The finer clustering of each pair.
                features.Add(FeatureHash.Feature(Template.PreviousCluster + i, before.Clusters[i], cluster));
                features.Add(FeatureHash.Feature(Template.NextCluster + i, cluster, behind.Clusters[i]));
                features.Add(FeatureHash.Feature(Template.ShapeAndNextCluster + i, here.Shape, behind.Clusters[i]));
                features.Add(FeatureHash.Feature(Template.ShapeAndPreviousCluster + i, here.Shape, before.Clusters[i]));
                features.Add(FeatureHash.Feature(Template.ClusterBetweenShapes + i, before.Shape, cluster, behind.Shape));
            }
            else
            {
                ulong capital = here.IsCapitalized ? 1u : 0u;
                features.Add(FeatureHash.Feature(Template.ClustersAround + i, before.Clusters[i], cluster, behind.Clusters[i]));
                features.Add(FeatureHash.Feature(Template.ClustersBefore + i, before2.Clusters[i], before.Clusters[i], capital));
                features.Add(FeatureHash.Feature(Template.ClustersBehind + i, behind.Clusters[i], behind2.Clusters[i], capital));
            }
        }
    }

    private void AddPhrases(int token, FeatureList features)
    {
        ref readonly var here = ref _words[WordAt(token)];
        ulong marks = MarksAt(token), before = MarksAt(token - 1), behind = MarksAt(token + 1);
        for (int i = 0; i < phrases.GazetteerCount; i++)
        {
            ulong mark = marks >> (PhraseMarks.MarkBits * i) & 7;
            if (mark != 0) features.Add(FeatureHash.Feature(Template.Phrase, (ulong)i * 8 + mark));
        }

        features.Add(FeatureHash.Feature(Template.Phrases, marks, token == _first ? 1u : 0u));
        features.Add(FeatureHash.Feature(Template.PhrasesAndNextShape, marks, _words[WordAt(token + 1)].Shape));
        features.Add(FeatureHash.Feature(Template.PreviousPhrases, before));
        features.Add(FeatureHash.Feature(Template.NextPhrases, behind));
        features.Add(FeatureHash.Feature(Template.PreviousPhrasesAndPhrases, before, marks));
        features.Add(FeatureHash.Feature(Template.PhrasesAndNextPhrases, marks, behind));
        features.Add(FeatureHash.Feature(Template.PreviousPhrasesAndShape, before, here.Shape));
    }

    private void AddRun(int token, FeatureList features)
    {
        int first = RunStart(token), end = RunEnd(token);
        ref readonly var here = ref _words[WordAt(token)];
        ref readonly var head = ref _words[WordAt(first)];
        ref readonly var last = ref _words[WordAt(end - 1)];
        ref readonly var before = ref _words[WordAt(first - 1)];
        ref readonly var behind = ref _words[WordAt(end)];
        ulong place = (ulong)(Math.Min(token - first, 3) * 4 + Math.Min(end - 1 - token, 3));
        features.Add(FeatureHash.Feature(Template.RunPlace, place, first == _first ? 1u : 0u));
        features.Add(FeatureHash.Feature(Template.BeforeRun, before.Lower, place));
        features.Add(FeatureHash.Feature(Template.BehindRun, behind.Lower, place));
        features.Add(FeatureHash.Feature(Template.AroundRun, before.Clusters[1], behind.Clusters[1]));
        for (int i = 0; i < WordTraits.ClusterList.Length; i++)
        {
            features.Add(FeatureHash.Feature(Template.BeforeRunCluster + i, before.Clusters[i]));
            features.Add(FeatureHash.Feature(Template.BehindRunCluster + i, behind.Clusters[i]));
        }

        if (end - first == 1) return;
        features.Add(FeatureHash.Feature(Template.RunLast, last.Lower));
        features.Add(FeatureHash.Feature(Template.RunFirst, head.Lower));
        features.Add(FeatureHash.Feature(Template.RunPhrases, MarksAt(first), MarksAt(end - 1)));
        for (int i = 0; i < WordTraits.ClusterList.Length; i++)
            features.Add(FeatureHash.Feature(Template.RunLastCluster + i, last.Clusters[i], (ulong)Math.Min(end - 1 - token, 3)));
    }

    /// <summary>The first token of the run of capitalized words around a token; small words such as "of" may stand inside.</summary>
    private int RunStart(int token)
    {
        int least = token - LongestRun;
        while (token > _first && token > least)
        {
            if (_words[WordAt(token - 1)].IsCapitalized) token--;
            else if (token - 1 > _first && NameLinks.Contains(_words[WordAt(token - 1)].Lower) && _words[WordAt(token - 2)].IsCapitalized) token -= 2;
            else break;
        }

        return token;
    }

    private int RunEnd(int token)
    {
        int most = token + LongestRun;
        while (token + 1 < _end && token < most)
        {
            if (_words[WordAt(token + 1)].IsCapitalized) token++;
            else if (token + 2 < _end && NameLinks.Contains(_words[WordAt(token + 1)].Lower) && _words[WordAt(token + 2)].IsCapitalized) token += 2;
            else break;
        }

        return token + 1;
    }

    private void AddEvidence(int token, FeatureList features)
    {
        ref readonly var here = ref _words[WordAt(token)];
        int previous = WordAt(token - 1), next = WordAt(token + 1);
        ref readonly var entry = ref _evidence.Of(here);
        bool first = token == _first;
        features.Add(FeatureHash.Feature(
            Template.CaseCounts, (first ? 100u : 0u) + Capped(entry.Small) * 10 + Capped(entry.CapitalizedInside)));
        features.Add(FeatureHash.Feature(Template.CapitalizedCount, Capped(entry.Capitalized)));
        features.Add(FeatureHash.Feature(Template.NameCounts, Capped(entry.LastOfName) * 4 + Capped(entry.FirstOfName)));
        if (!_words[previous].IsCapitalized && entry.PreviousWord != 0)
        {
            ref readonly var other = ref _words[entry.PreviousWord];
            features.Add(FeatureHash.Feature(Template.NamePrevious, other.Lower));
            features.Add(FeatureHash.Feature(Template.NamePreviousCluster, other.Clusters[1]));
            features.Add(FeatureHash.Feature(Template.NamePreviousPhrase, LexiconPhrases.Gazetteers(other.PhraseNode)));
        }

        if (!_words[next].IsCapitalized && entry.NextWord != 0)
        {
            ref readonly var other = ref _words[entry.NextWord];
            features.Add(FeatureHash.Feature(Template.NameNext, other.Lower));
            features.Add(FeatureHash.Feature(Template.NameNextCluster, other.Clusters[1]));
        }

        AddContexts(entry, previous, next, features);
        if ((here.Look & WordLook.AllCapitals) == 0 || _evidence.AcronymWord(here) is not (> 0 and var last)) return;
        features.Add(FeatureHash.Feature(Template.Acronym, _words[last].Lower));
        features.Add(FeatureHash.Feature(Template.AcronymCluster, _words[last].Clusters[1]));
    }

    /// <summary>The words around the other occurrences of the spelling.</summary>
    private void AddContexts(in DocumentEvidence.Entry entry, int previous, int next, FeatureList features)
    {
        for (int i = 0; i < entry.ContextCount; i++)
        {
            var (otherPrevious, otherNext) = entry.Contexts[i];
            if (otherPrevious != previous && !Seen(entry, i, otherPrevious, isPrevious: true))
            {
                features.Add(FeatureHash.Feature(Template.OtherPrevious, _words[otherPrevious].Lower));
                features.Add(FeatureHash.Feature(Template.OtherPreviousCluster, _words[otherPrevious].Clusters[1]));
            }

            if (otherNext != next && !Seen(entry, i, otherNext, isPrevious: false))
            {
                features.Add(FeatureHash.Feature(Template.OtherNext, _words[otherNext].Lower));
                features.Add(FeatureHash.Feature(Template.OtherNextCluster, _words[otherNext].Clusters[1]));
            }
        }
    }

    private static bool Seen(in DocumentEvidence.Entry entry, int count, int word, bool isPrevious)
    {
        for (int i = 0; i < count; i++)
        {
            if ((isPrevious ? entry.Contexts[i].Previous : entry.Contexts[i].Next) == word) return true;
        }

        return false;
    }

    private static uint Capped(byte count) => Math.Min(count, (byte)3);
}
