namespace NewsNlp.Entities.Recognition;

/// <summary>The numbers of the feature templates. A model depends on them: see <see cref="Models.ModelSection.Features"/>.</summary>
internal static class Template
{
    // Of one word; the number of the place (0 to 4 for two before to two behind) is added.
    public const int Lower = 0, Exact = 5, Shape = 10, Cluster = 20, RankClass = 50;
    public const int Prefix = 60, Suffix = 70, Bias = 80, Look = 81, Rank = 82, ShapeCluster = 83;
    public const int FineA = 88, FineB = 93;

    // Of neighbouring words.
    public const int PreviousAndWord = 100, WordAndNext = 101, TwoBefore = 102, TwoBehind = 103, Around = 104;
    public const int PreviousShapeAndShape = 105, ShapeAndNextShape = 106, Shapes = 107, PreviousWordAndShape = 108;
    public const int ShapeAndNextWord = 109, ShapesBefore = 110, Place = 111, Capitals = 112, FirstShape = 113, CapitalSentence = 114;
    public const int CapitalWord = 115, PreviousCluster = 120, NextCluster = 125, ClustersAround = 130, ShapeAndNextCluster = 135;
    public const int ShapeAndPreviousCluster = 140, ClusterBetweenShapes = 145, ClustersBefore = 150, ClustersBehind = 155;

    // Of phrases that gazetteers know.
    public const int Phrase = 170, Phrases = 171, PhrasesAndNextShape = 172, PreviousPhrases = 173, NextPhrases = 174;
    public const int PreviousPhrasesAndPhrases = 175, PhrasesAndNextPhrases = 176, PreviousPhrasesAndShape = 177;

    // Of the run of capitalized words that a word is in.
    public const int RunPlace = 190, RunLast = 191, RunFirst = 192, BeforeRun = 193, BehindRun = 194, RunLastCluster = 200;
    public const int BeforeRunCluster = 205, BehindRunCluster = 210, RunPhrases = 215, AroundRun = 216, InQuotes = 217;

    // Of the whole article.
    public const int CaseCounts = 230, CapitalizedCount = 231, NameCounts = 232, NamePrevious = 233, NamePreviousCluster = 234;
    public const int NamePreviousPhrase = 235, NameNext = 236, NameNextCluster = 237, OtherPrevious = 238, OtherPreviousCluster = 239;
    public const int OtherNext = 240, OtherNextCluster = 241, Acronym = 242, AcronymCluster = 243;
}
