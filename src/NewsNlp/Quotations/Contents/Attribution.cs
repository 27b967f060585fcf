using NewsNlp.Quotations.Cues;

namespace NewsNlp.Quotations.Contents;

/// <summary>A cue with the source and the content that go with it, as tokens.</summary>
internal sealed class Attribution
{
    /// <summary>The cue; where there is none, an empty one at the content's start.</summary>
    public Cue Cue { get; private set; }

    /// <summary>Whether the attribution has a cue.</summary>
    public bool HasCue => Cue.End > Cue.First;

    /// <summary>The words that name who, in order; may be empty.</summary>
    public List<TokenRange> Source { get; } = [];

    /// <summary>What is attributed, in order; empty where the cue turned out to have none.</summary>
    public List<TokenRange> Content { get; } = [];

    /// <summary>The chain's score less that of its best labelling, as a natural logarithm; 0 or below.</summary>
    public double RelativeScore { get; set; }

    /// <summary>How likely the content model holds the content's edges, the least of them.</summary>
    public float ContentProbability { get; set; }

    /// <summary>How likely it holds the source's edges, or that there is no source.</summary>
    public float SourceProbability { get; set; }

    /// <summary>What the logistic part of the acceptance model holds of it, as log odds.</summary>
    public double Value { get; set; }

    /// <summary>How likely all of it is right.</summary>
    public float Confidence { get; set; }

    /// <summary>The rules that had a part in it.</summary>
    public QuoteRules Rules { get; set; }

    /// <summary>Starts anew with a cue alone.</summary>
    public void Clear(Cue cue)
    {
        Cue = cue;
        Source.Clear();
        Content.Clear();
        RelativeScore = Value = 0;
        Rules = QuoteRules.None;
        ContentProbability = SourceProbability = Confidence = 0;
    }

    /// <summary>Leaves the end of the cue out.</summary>
    /// <param name="end">The token behind what is left.</param>
    public void ShortenCue(int end) => Cue = Cue with { End = end };

    /// <summary>Takes over another's cue, source and content.</summary>
    public void CopyFrom(Attribution other)
    {
        Clear(other.Cue);
        Source.AddRange(other.Source);
        Content.AddRange(other.Content);
        RelativeScore = other.RelativeScore;
    }
}
