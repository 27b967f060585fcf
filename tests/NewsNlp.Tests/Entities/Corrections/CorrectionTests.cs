using NewsNlp.Documents;
using NewsNlp.Entities;
using NewsNlp.Entities.Corrections;
using NewsNlp.Entities.Values;
using NewsNlp.Threading;

namespace NewsNlp.Tests.Entities.Corrections;

/// <summary>Mentions that the model might find, written into a text as <c>[Label words]</c>, and what becomes of them.</summary>
public class CorrectionTests
{
    private static readonly ValueVocabulary Values = ValueVocabulary.Read();

    [Theory]
    [InlineData("Then [Person Taoiseach Eoghan Rafter] spoke.", "Person: Eoghan Rafter")]
    [InlineData("Then [Person Cr Pascoe] spoke.", "Person: Pascoe")]
    [InlineData("Sen. Dale Hutchins, [Person R-Ohio], spoke.")]
    [InlineData("Then the [Organization Tánaiste] spoke.")]
    [InlineData("Thieves struck in [Person Nightingale Way].", "Location: Nightingale Way")]
    [InlineData("Thieves struck in [Misc Tanyard Lane].", "Location: Tanyard Lane")]
    [InlineData("A film with [Person Nathan Lane].", "Person: Nathan Lane")]
    [InlineData("[Location Shore Capital] sold.", "Organization: Shore Capital")]
    [InlineData("[Organization Rival Orbis Semiconductor] sold.", "Organization: Orbis Semiconductor")]
    [InlineData("[Misc Rival Sons] played.", "Misc: Rival Sons")]
    [InlineData("Then [Person Envoy Halder] spoke.", "Person: Halder")]
    [InlineData("A [Organization White House Advisor] spoke.", "Organization: White House")]
    [InlineData("A [Organization World Bank Senior Board Member] spoke.", "Organization: World Bank")]
    [InlineData("The [Organization House of Representatives Member] spoke.", "Organization: House of Representatives Member")]
    [InlineData("The [Organization Board Member] spoke.", "Organization: Board Member")]
    [InlineData("The [Organization People's Republic of Estmark] spoke.", "Location: People's Republic of Estmark")]
    [InlineData("The [Organization Bank of the Republic of Estmark] spoke.", "Organization: Bank of the Republic of Estmark")]
    [InlineData("By [Organization Our Health Correspondent]")]
    [InlineData("He acted in [Misc Our Man Abroad].", "Misc: Our Man Abroad")]
    [InlineData("They shut [Location Oakfield Primary].", "Organization: Oakfield Primary")]
    [InlineData("STOCKHOLM ([Location Meridian]) - It sold.", "Organization: Meridian")]
    [InlineData("It sold ([Location Malmo]) and left.", "Location: Malmo")]
    [InlineData("“No to Schengen” ([Date 2005]) — “Free pass for all?”", "Date: 2005")]
    [InlineData("[Location Brightwater Lines] sailed.", "Organization: Brightwater Lines")]
    [InlineData("They met in the [Location West Bank].", "Location: West Bank")]
    [InlineData("It fell with the [Location Soviet Union].", "Location: Soviet Union")]
    [InlineData("The [Location Red Crescent] came.", "Organization: Red Crescent")]
    [InlineData("He wrote on the [Misc Third Way].", "Misc: Third Way")]
    [InlineData("The [Location U.N.] met.", "Organization: U.N.")]
    [InlineData("The [NORP Hamas] official left.", "Organization: Hamas")]
    [InlineData("It lay in the [Location Vatican].", "Location: Vatican")]
    [InlineData("The case is [Location Brandt v. United States].", "Misc: Brandt v. United States")]
    [InlineData("Some [Money 3.5 lakh] families came.")]
    [InlineData("A [Money $299 smartwatch] came.", "Money: $299")]
    [InlineData("Some [Money 40 cedis] came.", "Money: 40 cedis")]
    [InlineData("Shares of Tarn Group [Organization TARN.L] fell.")]
    [InlineData("The [Product U.N.B.A] flew.", "Product: U.N.B.A")]
    public void Names_and_sums_are_mended_by_what_they_say_themselves(string marked, params string[] expected)
    {
        var (document, found) = Read(marked);
        var kept = new InterruptibleList<FoundMention>();
        foreach (var mention in found)
        {
            if (new NameMender(Values).Mend(document.Text, document.TokenLayer, mention) is { } mended) kept.Add(mended);
        }

        Assert.Equal(expected, Show(document, kept));
    }

    [Theory]
    [InlineData("In [Person Brandt] v. [Location United States] he won.", "Misc: Brandt v. United States")]
    [InlineData("An officer of [Location Avon] and [Organization Somerset Police] came.", "Organization: Avon and Somerset Police")]
    [InlineData("Rain fell in [Location Devon] and [Location Cornwall].", "Location: Devon", "Location: Cornwall")]
    [InlineData("Rain fell in [Location Tyne] and [Location Wear].", "Location: Tyne and Wear")]
    [InlineData("[Person Ann] and [Person Bo] left.", "Person: Ann", "Person: Bo")]
    public void Halves_of_one_name_are_joined(string marked, params string[] expected)
    {
        var (document, found) = Read(marked);
        var joined = new InterruptibleList<FoundMention>();
        new NameJoiner().Join(document, found, joined, TestContext.Current.CancellationToken);
        Assert.Equal(expected, Show(document, joined));
    }

    [Theory]
    [InlineData("[Organization Lumo Inc.] rose. [Person Lumo] said so.", "Organization: Lumo Inc.", "Organization: Lumo")]
    [InlineData("[Organization Lumo Group] rose. [Person Lars Lumo] left. [Person Lumo] said so.", "Organization: Lumo Group", "Person: Lars Lumo", "Person: Lumo")]
    [InlineData("PORT ELWIN ([Organization Meridian]) - It told [Location Meridian] so in [Location Meridian].", "Organization: Meridian", "Organization: Meridian", "Location: Meridian")]
    [InlineData("[Organization Lumo Group] rose in [Location Lumo] and [Location Lumo] said so.", "Organization: Lumo Group", "Location: Lumo", "Organization: Lumo")]
    [InlineData("[Organization Lumo Airways] rose. [Location Lumo] said so to [Location Lumo].", "Organization: Lumo Airways", "Organization: Lumo", "Location: Lumo")]
    [InlineData("[Organization Lumo Airways] rose in [Location Lumo]. [Location Lumo] wept.", "Organization: Lumo Airways", "Location: Lumo", "Location: Lumo")]
    [InlineData("[Organization Lumo Airways] left [Location Lumo Bay]. [Location Lumo] wept.", "Organization: Lumo Airways", "Location: Lumo Bay", "Location: Lumo")]
    [InlineData("[Organization Lumo Police] rose. [Location Lumo] wept.", "Organization: Lumo Police", "Location: Lumo")]
    [InlineData("[Person Rico Vale] sang. [Location Rico] left.", "Person: Rico Vale", "Person: Rico")]
    [InlineData("[Person Chelsea Vale] sang in [Location Chelsea].", "Person: Chelsea Vale", "Location: Chelsea")]
    public void Short_names_are_read_as_the_full_ones(string marked, params string[] expected)
    {
        var (document, found) = Read(marked);
        var mended = new InterruptibleList<FoundMention>();
        new LoneNames().Mend(document, found, mended, TestContext.Current.CancellationToken);
        Assert.Equal(expected, Show(document, mended));
    }

    [Theory]
    [InlineData("[Person Ilona Varga] spoke. [Organization Varga] left.", "Person: Ilona Varga", "Person: Varga")]
    [InlineData("[Person Ilona Varga] runs [Organization Varga Group]. [Organization Varga] sold.", "Person: Ilona Varga", "Organization: Varga Group", "Organization: Varga")]
    [InlineData("[Person Vilma RSPCA] spoke. [Organization RSPCA] left.", "Person: Vilma RSPCA", "Organization: RSPCA")]
    [InlineData("[Person Ilona Honda] left [Organization Honda].", "Person: Ilona Honda", "Organization: Honda")]
    [InlineData("[Person Westgrid] said so. [Organization Westgrid] left.", "Organization: Westgrid", "Organization: Westgrid")]
    [InlineData("Mr [Person Varga] said so. [Organization Varga] left.", "Person: Varga", "Person: Varga")]
    [InlineData("[Person Pip] and [Person Pip] and [Person Pip] and [Person Pip] sang of [Organization Pip].", "Person: Pip", "Person: Pip", "Person: Pip", "Person: Pip", "Organization: Pip")]
    [InlineData("[Person Joss English] spoke. Mr [NORP English] left, the [NORP English] said.", "Person: Joss English", "Person: English", "NORP: English")]
    [InlineData("[Person Steve Estmark] spoke. [Location Estmark] said so.", "Person: Steve Estmark", "Person: Estmark")]
    [InlineData("[Person Steve Estmark] spoke in [Location Estmark]. [Location Estmark] said so.", "Person: Steve Estmark", "Location: Estmark", "Location: Estmark")]
    [InlineData("[Person Steve Estmark] spoke. [Location Estmark] lay north.", "Person: Steve Estmark", "Location: Estmark")]
    [InlineData("[Person Storm Ilona] came. [Person Ilona] left.", "Misc: Storm Ilona", "Misc: Ilona")]
    [InlineData("The tropical storm [Person Ilona] left [Person Ilona Varga] wet.", "Misc: Ilona", "Person: Ilona Varga")]
    public void Lone_names_are_what_the_article_makes_of_them(string marked, params string[] expected)
    {
        var (document, found) = Read(marked);
        var mended = new InterruptibleList<FoundMention>();
        new LoneNames().Mend(document, found, mended, TestContext.Current.CancellationToken);
        Assert.Equal(expected, Show(document, mended));
    }

    [Theory]
    [InlineData("The [Misc Clean Rivers Act] ([Organization CRA]) failed. The [Organization CRA] was bold.", 0.9f, "Misc: Clean Rivers Act", "Misc: CRA", "Misc: CRA")]
    [InlineData("The [Misc Clean Rivers Act] ([Organization CRA]) failed. The [Organization CRA] was bold.", 0.5f, "Organization: Clean Rivers Act", "Organization: CRA", "Organization: CRA")]
    [InlineData("The [Misc Clean Rivers Act] ([Organization BBC]) failed.", 0.9f, "Misc: Clean Rivers Act", "Organization: BBC")]
    [InlineData("The [Misc Clean Rivers Act] ([Organization Cornish]) failed.", 0.9f, "Misc: Clean Rivers Act", "Organization: Cornish")]
    [InlineData("The [Misc Clean Rivers Act] ([Organization CRA] and others) failed.", 0.9f, "Misc: Clean Rivers Act", "Organization: CRA")]
    [InlineData("Then [Person Clara Ros Ahn] ([Organization CRA]) spoke.", 0.9f, "Person: Clara Ros Ahn", "Organization: CRA")]
    public void Acronyms_are_what_they_stand_for(string marked, float score, params string[] expected)
    {
        var (document, found) = Read(marked);
        var mended = new InterruptibleList<FoundMention>();
        new Acronyms().Mend(document, [.. found.Select(mention => mention with { Score = score })], mended, TestContext.Current.CancellationToken);
        Assert.Equal(expected, Show(document, mended));
    }

    [Theory]
    [InlineData("The maker is [Location Honda].", "Organization: Honda")]
    [InlineData("[Person Ryo Honda] scored. [Person Honda] left.", "Person: Ryo Honda", "Person: Honda")]
    [InlineData("A strike at [Location Deutsche Bank].", "Organization: Deutsche Bank")]
    [InlineData("The [Misc Monday] of [Person Taoiseach Eoghan Rafter].", "Misc: Monday", "Person: Eoghan Rafter")]
    public void All_corrections_work_in_turn(string marked, params string[] expected)
    {
        var (document, found) = Read(marked);
        var names = new InterruptibleList<FoundMention>();
        new NameCorrections(Values).Correct(document, found, [], new CorrectionScratch(), names, TestContext.Current.CancellationToken);
        Assert.Equal(expected, Show(document, names));
    }

    [Theory]
    [InlineData("Shares of Tarn Group fell.", "Organization: Tarn Group")]
    [InlineData("They ate at Brill & Daughters .", "Organization: Brill & Daughters")]
    [InlineData("Analysts at Brewin Lyle agreed.", "Organization: Brewin Lyle")]
    [InlineData("A source told The Sun so.", "Organization: The Sun")]
    [InlineData("Both Barclays and ING lent.", "Organization: Barclays", "Organization: ING")]
    [InlineData("Fares of easyJet rose.", "Organization: easyJet")]
    [InlineData("He flew home to Santander and Roche rested.")]
    [InlineData("The S&P 500 rose.", "Misc: S&P 500")]
    [InlineData("Police Hunt Group After Raid")]
    [InlineData("The Sun rose over The Sun Hill.")]
    [InlineData("A group met the Barclays Premier boss.")]
    [InlineData("Rival Tarn Corp sold.", "Organization: Tarn Corp")]
    public void Bodies_that_their_words_give_away_are_found(string text, params string[] expected)
    {
        var document = EntityDocuments.Of(text);
        var names = new InterruptibleList<FoundMention>();
        new OverlookedBodyFinder().Find(text, document.TokenLayer, 0, document.Tokens.Count, names);
        Assert.Equal(expected, Show(document, names));
    }

    private static (Document Document, FoundMention[] Found) Read(string marked)
    {
        var text = new System.Text.StringBuilder();
        List<(int Start, int End, EntityLabel Label)> spans = [];
        for (var at = 0; at < marked.Length;)
        {
            if (marked[at] != '[')
            {
                text.Append(marked[at++]);
                continue;
            }

            var blank = marked.IndexOf(' ', at);
            var end = marked.IndexOf(']', at);
            spans.Add((text.Length, text.Length + end - blank - 1, new EntityLabel(marked[(at + 1)..blank])));
            text.Append(marked, blank + 1, end - blank - 1);
            at = end + 1;
        }

        var document = EntityDocuments.Of(text.ToString());
        var starts = document.Tokens.Select(token => token.Span.Start).ToList();
        return (document, [.. spans.Select(span =>
        {
            var first = starts.IndexOf(span.Start);
            return new FoundMention(first, starts.Count(start => start >= span.Start && start < span.End), span.Label, 0.5f);
        })]);
    }

    private static string[] Show(Document document, InterruptibleList<FoundMention> mentions) =>
        [.. mentions.Items.ToArray().Select(mention => $"{mention.Label}: {document.Text[document.Tokens[mention.FirstToken].Span.Start..document.Tokens[mention.EndToken - 1].Span.End]}")];
}
