using NewsNlp.Features;
using NewsNlp.Models;
using NewsNlp.Quotations.Acceptance;
using NewsNlp.Quotations.Contents;
using NewsNlp.Quotations.Cues;
using NewsNlp.Quotations.Marks;
using NewsNlp.Quotations.Reading;
using NewsNlp.Quotations.Roles;
using NewsNlp.Tests.Quotations.Marks;

namespace NewsNlp.Tests.Quotations.Acceptance;

public class AcceptanceNumbersTests
{
    private const int CueTokens = 4, ContentPieces = 12, ContentLength = 13, ContentPlace = 14, SourcePieces = 17, SourcePlace = 18;
    private const int OverlappingCues = 22, Overlapping = 23, InSentence = 24, SameSource = 25, AroundCue = 26, Same = 27, Around = 28,
        Inside = 29, Across = 30, Roles = 31;
    private const float None = -9;

    // 0 Mayor 1 Odile 2 Brandt 3 said 4 the 5 harbour 6 office 7 had 8 warned 9 that 10 ferries 11 would 12 stop 13 .
    private const string Text = "Mayor Odile Brandt said the harbour office had warned that ferries would stop.";

    private readonly ArticleReader _article = new(CueLexicon.Load(), WordClusters.Read(NlpModel.Default));
    private readonly QuotationFinder _quotations = new();
    private readonly RoleProbabilities _roles = new();

    public AcceptanceNumbersTests()
    {
        _article.Read(MarkedText.Annotate(Text));
        _quotations.Find(_article);
        _roles.Begin(_article);
    }

    [Fact]
    public void A_candidate_alone_has_its_own_numbers_and_no_neighbours()
    {
        var numbers = Numbers([Candidate((3, 4), (0, 3), (4, 13), 1.5)], 0);
        Assert.Equal(1.5f, numbers[0]);
        Assert.Equal(1, numbers[CueTokens]);
        Assert.Equal((1, 9, 0), (numbers[ContentPieces], numbers[ContentLength], numbers[ContentPlace]));
        Assert.Equal((1, -4), (numbers[SourcePieces], numbers[SourcePlace]));
        Assert.Equal(0, numbers[OverlappingCues]);
        Assert.All(numbers[Overlapping..Roles], number => Assert.Equal(None, number));
    }

    [Fact]
    public void Without_source_and_content_their_places_are_told_from_any_other()
    {
        var candidate = new Attribution();
        candidate.Clear(new Cue(3, 4, 0.5f));
        var numbers = Numbers([candidate], 0);
        Assert.Equal((0, 99), (numbers[ContentPieces], numbers[ContentPlace]));
        Assert.Equal((0, 99), (numbers[SourcePieces], numbers[SourcePlace]));
    }

    [Fact]
    public void A_neighbour_counts_by_what_it_is_to_the_candidate()
    {
        var outer = Candidate((3, 4), (0, 3), (4, 13), 2);
        var inner = Candidate((7, 9), (4, 7), (9, 13), -1);
        var seenFromInner = Numbers([outer, inner], 1);
        Assert.Equal(2, seenFromInner[AroundCue]);
        Assert.Equal(2, seenFromInner[Around]);
        Assert.Equal(2, seenFromInner[InSentence]);
        Assert.Equal(None, seenFromInner[SameSource]);
        Assert.Equal(None, seenFromInner[Inside]);
        var seenFromOuter = Numbers([outer, inner], 0);
        Assert.Equal(-1, seenFromOuter[Inside]);
        Assert.Equal(None, seenFromOuter[AroundCue]);
    }

    [Fact]
    public void The_best_of_several_neighbours_counts()
    {
        var numbers = Numbers(
            [Candidate((3, 4), (0, 3), (9, 13), 0.5), Candidate((8, 9), (4, 7), (9, 13), 0), Candidate((7, 9), (4, 7), (9, 13), 0.25)], 1);
        Assert.Equal(0.5f, numbers[Same]);
        Assert.Equal((1, 0.25f), (numbers[OverlappingCues], numbers[Overlapping]));
        var crossed = Numbers([Candidate((3, 4), (0, 3), (4, 12), 0.5), Candidate((8, 9), (0, 3), (9, 13), 0)], 1);
        Assert.Equal((0.5f, 0.5f, None), (crossed[Across], crossed[SameSource], crossed[Same]));
    }

    [Fact]
    public void What_the_network_says_of_cue_content_and_source_follows_their_tokens()
    {
        Attribution[] candidates = [Candidate((3, 4), (0, 3), (4, 13), 1)];
        Assert.All(Numbers(candidates, 0)[Roles..], number => Assert.Equal(-1, number));

        // Every label of a token is as likely as its place: 1/100 for the first token, 2/100 for the second, and so on.
        var values = _roles.Add(0, 14);
        for (var token = 0; token < 14; token++)
        {
            values.Slice(token * RoleProbabilities.Width, RoleLabels.Count).Fill((token + 1) / 100f);
        }

        _roles.Complete(0);
        var known = Numbers(candidates, 0)[Roles..];
        float[] expected = [0.16f, 0.08f, 0.08f, 0.12f, 0.2f, 0.1f, 0.26f, 0.36f, 8, 0.02f, 0.06f];
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], known[i], 5);
        }
    }

    private float[] Numbers(Attribution[] candidates, int index)
    {
        var numbers = new float[AcceptanceNumbers.Count];
        Array.Fill(numbers, float.NaN);
        AcceptanceNumbers.Extract(_article, _quotations, _roles, candidates, index, numbers);
        Assert.DoesNotContain(float.NaN, numbers);
        return numbers;
    }

    private static Attribution Candidate((int First, int End) cue, (int First, int End) source, (int First, int End) content, double value)
    {
        var candidate = new Attribution();
        candidate.Clear(new Cue(cue.First, cue.End, 0.5f));
        candidate.Source.Add(new TokenRange(source.First, source.End));
        candidate.Content.Add(new TokenRange(content.First, content.End));
        candidate.Value = value;
        return candidate;
    }
}
