using NewsNlp.Quotations.Contents;
using NewsNlp.Quotations.Cues;
using NewsNlp.Quotations.Marks;
using NewsNlp.Quotations.Reading;
using NewsNlp.Quotations.Roles;

namespace NewsNlp.Quotations.Acceptance;

/// <summary>
/// A candidate attribution as numbers, which trees decide by: how sure the models are of it, what it looks like, and how
/// good the candidates are that lie around, inside or across it. Training and inference share this class.
/// </summary>
internal static class AcceptanceNumbers
{
    /// <summary>How many numbers a candidate has.</summary>
    public const int Count = 42;

    // So many candidates to each side are compared; farther ones have nothing to do with each other.
    private const int Reach = 16;

    // Of a long content so many pieces are compared.
    private const int MostPieces = 4;

    private const int Farthest = 60, NoPlace = 99, Nothing = -1;

    /// <summary>Sets the numbers of a candidate.</summary>
    /// <param name="article">The article.</param>
    /// <param name="quotations">Its quotations.</param>
    /// <param name="roles">The tokens' likely roles.</param>
    /// <param name="candidates">All candidates, in order of their cues, with their <see cref="Attribution.Value"/>.</param>
    /// <param name="index">Which one.</param>
    /// <param name="numbers">Takes <see cref="Count"/> numbers.</param>
    public static void Extract(
        ArticleReader article, QuotationFinder quotations, RoleProbabilities roles, ReadOnlySpan<Attribution> candidates, int index,
        Span<float> numbers)
    {
        var candidate = candidates[index];
        var cue = candidate.Cue;
        var head = CueHead.Of(article, cue);
        var sentence = article.Sentences[head];
        numbers[0] = (float)candidate.Value;
        numbers[1] = cue.Probability;
        numbers[2] = candidate.ContentProbability;
        numbers[3] = candidate.SourceProbability;
        numbers[4] = cue.End - cue.First;
        numbers[5] = quotations.Of[head] >= 0 ? 1 : 0;
        numbers[6] = article.SentenceEnds[sentence] - article.SentenceStarts[sentence];
        numbers[7] = sentence;
        numbers[8] = head - article.SentenceStarts[sentence];
        numbers[9] = article.Groups[head];
        numbers[10] = (float)article.Classes[head];
        numbers[11] = AcceptanceFeatures.KindOf(quotations, candidate);
        AddContent(article, candidate, numbers[12..17]);
        AddSource(article, candidate, numbers[17..22]);
        AddAround(article, candidates, index, sentence, numbers[22..31]);
        AddRoles(roles, candidate, head, numbers[31..]);
    }

    // What the role network says of the cue, the first piece of content and the source.
    private static void AddRoles(RoleProbabilities roles, Attribution candidate, int head, Span<float> numbers)
    {
        var cue = candidate.Cue;
        numbers[0] = (float)roles.Inside(head, RoleLabels.Cue);
        numbers[1] = (float)roles.Begins(cue.First, RoleLabels.Cue);
        numbers[2] = (float)roles.Ends(cue.End - 1, RoleLabels.Cue);
        numbers[3] = (float)roles.Inside(cue.First - 1, RoleLabels.Cue);
        numbers[4] = (float)roles.Inside(cue.End, RoleLabels.Cue);
        numbers[5..].Fill(Nothing);
        if (candidate.Content.Count > 0)
        {
            var content = candidate.Content[0];
            numbers[5] = (float)roles.Begins(content.First, RoleLabels.Content);
            numbers[6] = (float)roles.Ends(content.End - 1, RoleLabels.Content);
            numbers[7] = (float)roles.Mean(content, RoleLabels.Content);
            numbers[8] = roles.Holes(content);
        }

        if (candidate.Source.Count > 0)
        {
            numbers[9] = (float)roles.Begins(candidate.Source[0].First, RoleLabels.Source);
            numbers[10] = (float)roles.Ends(candidate.Source[0].End - 1, RoleLabels.Source);
        }
    }

    private static void AddContent(ArticleReader article, Attribution candidate, Span<float> numbers)
    {
        var length = 0;
        foreach (var piece in candidate.Content)
        {
            length = Math.Min(200, length + piece.Length);
        }

        var pieces = candidate.Content;
        numbers[0] = pieces.Count;
        numbers[1] = length;
        numbers[2] = pieces.Count > 0 ? Math.Clamp(pieces[0].First - candidate.Cue.End, -Farthest, Farthest) : NoPlace;
        numbers[3] = pieces.Count > 0 ? (float)article.Classes[pieces[0].First] : Nothing;
        numbers[4] = pieces.Count > 0 && pieces[^1].End < article.Count ? (float)article.Classes[pieces[^1].End] : Nothing;
    }

    private static void AddSource(ArticleReader article, Attribution candidate, Span<float> numbers)
    {
        var pieces = candidate.Source;
        numbers[0] = pieces.Count;
        numbers[1] = pieces.Count > 0 ? Math.Clamp(pieces[0].First - candidate.Cue.End, -Farthest, Farthest) : NoPlace;
        numbers[2] = pieces.Count > 0 ? Math.Min(30, pieces[0].Length) : 0;
        numbers[3] = pieces.Count > 0 ? (float)article.Classes[pieces[0].First] : Nothing;
        numbers[4] = pieces.Count > 0 ? article.Entities[pieces[0].First] % 16 : Nothing;
    }

    // The value of the best other candidate of each kind of neighbour.
    private static void AddAround(ArticleReader article, ReadOnlySpan<Attribution> candidates, int index, int sentence, Span<float> numbers)
    {
        const int OverlappingCues = 0, Overlapping = 1, InSentence = 2, SameSource = 3, AroundCue = 4, Same = 5, Around = 6, Inside = 7, Across = 8;
        const float None = -9;
        numbers[1..].Fill(None);
        numbers[OverlappingCues] = 0;
        var own = candidates[index];
        var cue = new TokenRange(own.Cue.First, own.Cue.End);
        for (var j = Math.Max(0, index - Reach); j < Math.Min(candidates.Length, index + Reach + 1); j++)
        {
            var other = candidates[j];
            if (j == index)
            {
                continue;
            }

            if (other.Cue.Overlaps(own.Cue))
            {
                Raise(ref numbers[Overlapping], other);
                numbers[OverlappingCues]++;
                continue;
            }

            if (article.Sentences[other.Cue.First] == sentence)
            {
                Raise(ref numbers[InSentence], other);
            }

            if (own.Source.Count > 0 && other.Source.Count > 0 && own.Source[0] == other.Source[0])
            {
                Raise(ref numbers[SameSource], other);
            }

            for (var p = 0; p < Math.Min(other.Content.Count, MostPieces); p++)
            {
                var theirs = other.Content[p];
                if (theirs.Contains(cue))
                {
                    Raise(ref numbers[AroundCue], other);
                }

                for (var q = 0; q < Math.Min(own.Content.Count, MostPieces); q++)
                {
                    var mine = own.Content[q];
                    if (mine.Overlaps(theirs))
                    {
                        var kind = mine == theirs ? Same : theirs.Contains(mine) ? Around : mine.Contains(theirs) ? Inside : Across;
                        Raise(ref numbers[kind], other);
                    }
                }
            }
        }
    }

    private static void Raise(ref float best, Attribution other) => best = Math.Max(best, (float)other.Value);
}
