using NewsNlp.Quotations.Contents;
using NewsNlp.Quotations.Cues;
using NewsNlp.Quotations.Marks;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Acceptance;

/// <summary>
/// The features by which a candidate attribution is accepted or not: how sure the models were of it, what it looks like,
/// and which other candidates lie around, inside or across it. Training and inference share this class.
/// </summary>
internal static class AcceptanceFeatures
{
    /// <summary>The most features that a candidate has.</summary>
    public const int MaxCount = 64;

    // So many candidates to each side are compared; farther ones have nothing to do with each other.
    private const int Reach = 16;

    /// <summary>Adds the features of a candidate.</summary>
    /// <param name="article">The article.</param>
    /// <param name="quotations">Its quotations.</param>
    /// <param name="candidates">All candidates, in order of their cues.</param>
    /// <param name="index">Which one.</param>
    /// <param name="f">Takes the features.</param>
    public static void Extract(
        ArticleReader article, QuotationFinder quotations, ReadOnlySpan<Attribution> candidates, int index, ref FeatureList f)
    {
        var candidate = candidates[index];
        var cue = candidate.Cue;
        var head = CueHead.Of(article, cue);
        var kind = KindOf(quotations, candidate);
        AddOwn(article, candidate, kind, head, ref f);
        ulong lemma = article.Lemmas[head], inside = quotations.Of[head] >= 0 ? 1ul : 0;
        f.Add(30, inside, kind);
        f.Add(31, inside, kind, Bucket.Odds(cue.Probability));
        f.Add(32, (ulong)(article.Sentences[head] == 0 ? 1 : 0), kind);

        var around = Around.Of(candidates, index);
        ulong cueOdds = Bucket.Odds(cue.Probability);
        f.Add(40, around.CueInContent);
        f.Add(41, around.Inside);
        f.Add(42, around.Same);
        f.Add(43, around.Across);
        f.Add(44, around.Holds);
        f.Add(45, around.CueOverlap);
        f.Add(46, around.CueInContent, around.Inside);
        f.Add(47, around.Same, cueOdds);
        f.Add(48, around.HoldsCue);
        f.Add(49, around.CueInContent, kind, inside);
        f.Add(50, around.CueOverlap, cueOdds);
        f.Add(51, around.Holds, kind, around.HoldsCue);
        f.Add(52, around.CueInContent, lemma);
        f.Add(53, around.CueOverlap, (ulong)Math.Min(cue.End - cue.First, 4));
    }

    /// <summary>0 no content, 1 all of it between quotation marks, 2 none, 3 some: as its ends show.</summary>
    public static ulong KindOf(QuotationFinder quotations, Attribution candidate)
    {
        bool within = false, outside = false;
        foreach (var piece in candidate.Content)
        {
            within |= quotations.Of[piece.First] >= 0 || quotations.Of[piece.End - 1] >= 0;
            outside |= quotations.Of[piece.First] < 0 || quotations.Of[piece.End - 1] < 0;
        }

        return (within ? 1ul : 0) + (outside ? 2ul : 0);
    }

    private static void AddOwn(ArticleReader article, Attribution candidate, ulong kind, int head, ref FeatureList f)
    {
        var cue = candidate.Cue;
        var length = 0;
        foreach (var piece in candidate.Content)
        {
            length = Math.Min(1000, length + piece.Length);
        }

        ulong cueOdds = Bucket.Odds(cue.Probability), contentOdds = Bucket.Odds(candidate.ContentProbability);
        ulong sourceOdds = Bucket.Odds(candidate.SourceProbability), noSource = candidate.Source.Count == 0 ? 1ul : 0;
        ulong lemma = article.Lemmas[head], c = (ulong)article.Classes[head], group = article.Groups[head];
        var cluster = article.Clusters[head];
        f.Add(1, cueOdds);
        f.Add(2, kind, cueOdds);
        f.Add(3, contentOdds, kind);
        f.Add(4, contentOdds);
        f.Add(5, sourceOdds, noSource);
        f.Add(6, kind, noSource);
        f.Add(7, cueOdds / 2, contentOdds / 2, kind);
        f.Add(8, lemma);
        f.Add(9, cluster.A1);
        f.Add(10, cluster.B1, kind);
        f.Add(11, lemma, kind);
        f.Add(12, group, kind);
        f.Add(13, group, c, noSource);
        f.Add(14, (ulong)Math.Min(length, 6));
        f.Add(15, Bucket.Distance(length), kind);
        f.Add(16, (ulong)Math.Min(candidate.Content.Count, 4), (ulong)Math.Min(candidate.Source.Count, 3));
        f.Add(17, (ulong)Math.Min(3, cue.End - cue.First), c);
        f.Add(18, c);
        f.Add(19, (ulong)article.Classes[cue.First], (ulong)article.Classes[cue.End - 1], group);
        f.Add(20, article.Lemmas[cue.First]);
        f.Add(21, article.Lemmas[cue.End - 1]);
        if (candidate.Source.Count > 0)
        {
            var source = candidate.Source[0];
            f.Add(22, article.Clusters[source.First].A1, source.Length > 6 ? 1ul : 0);
            f.Add(23, (ulong)article.Classes[source.First], source.First >= cue.End ? 1ul : 0, group);
            f.Add(24, article.Entities[source.First], group);
            f.Add(25, article.Lemmas[source.End - 1], group);
        }
    }

    /// <summary>What the other candidates are to one: 0 for none of a kind, more for a likelier one.</summary>
    private readonly record struct Around(
        ulong CueInContent, ulong Inside, ulong Same, ulong Across, ulong Holds, ulong HoldsCue, ulong CueOverlap)
    {
        public static Around Of(ReadOnlySpan<Attribution> candidates, int index)
        {
            var own = candidates[index];
            var result = default(Around);
            for (var j = Math.Max(0, index - Reach); j < Math.Min(candidates.Length, index + Reach + 1); j++)
            {
                if (j != index)
                {
                    result = result.With(own, candidates[j]);
                }
            }

            return result;
        }

        private Around With(Attribution own, Attribution other)
        {
            var likelier = other.Cue.Probability > own.Cue.Probability ? 2ul : 1ul;
            if (own.Cue.Overlaps(other.Cue))
            {
                return this with { CueOverlap = Math.Max(CueOverlap, likelier) };
            }

            var odds = 1 + (Bucket.Odds(other.Cue.Probability) / 3);
            var result = this;
            var cue = new TokenRange(own.Cue.First, own.Cue.End);
            var otherCue = new TokenRange(other.Cue.First, other.Cue.End);
            for (var p = 0; p < Math.Min(other.Content.Count, 4); p++)
            {
                var theirs = other.Content[p];
                if (theirs.Contains(cue))
                {
                    result = result with { CueInContent = Math.Max(result.CueInContent, odds) };
                }

                for (var q = 0; q < Math.Min(own.Content.Count, 4); q++)
                {
                    var mine = own.Content[q];
                    if (mine == theirs)
                    {
                        result = result with { Same = Math.Max(result.Same, likelier) };
                    }
                    else if (theirs.Contains(mine))
                    {
                        result = result with { Inside = Math.Max(result.Inside, odds) };
                    }
                    else if (mine.Contains(theirs))
                    {
                        result = result with { Holds = Math.Max(result.Holds, odds) };
                    }
                    else if (mine.Overlaps(theirs))
                    {
                        result = result with { Across = Math.Max(result.Across, likelier) };
                    }

                    if (mine.Contains(otherCue))
                    {
                        result = result with { HoldsCue = Math.Max(result.HoldsCue, odds) };
                    }
                }
            }

            return result;
        }
    }
}
