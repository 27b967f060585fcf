using NewsNlp.Quotations.Shapes;

namespace NewsNlp.Tests.Quotations.Shapes;

/// <summary>What is mended in attributions by their shape, one rule at a time; see <see cref="MarkedAttributions"/> for how they are written.</summary>
public sealed class QuoteShapesTests
{
    [Theory]
    [InlineData("[1#He] <1#told/VERB> Radio/PROPN [2#Harwick/PROPN] <2#:> {1#{2#“ It is a joke . ”}}", "He <told> “ It is a joke . ”")]
    [InlineData("[Okoro/PROPN] <:> {“ It is a joke . ”}", "Okoro <:> “ It is a joke . ”")]
    public void A_colon_behind_who_was_told_is_no_second_cue(string before, string after)
    {
        var marked = new MarkedAttributions(before);
        RepeatedColons.Remove(marked.Article, marked.Attributions);
        Assert.Equal(after, marked.ToString());
    }

    [Theory]
    [InlineData("[She] <scolded/VERB> {him/PRON : “ You lie . ”}", "She <scolded> “ You lie . ”")]
    [InlineData("[She] <berated/VERB> {the/DET driver/NOUN} : “ You lie . ”", "She <berated> “ You lie . ”")]
    [InlineData("[She] <saw/VERB> {Ivo/PROPN+} : “ You lie . ”", "She <saw> “ You lie . ”")]
    [InlineData("[She] <told/VERB> {the/DET head/NOUN of/ADP the/DET firm/NOUN , Ivo/PROPN+ : “ You lie . ”}", "She <told> “ You lie . ”")]
    [InlineData("[She] <saw/VERB> {Ann/PROPN+ , Ivo/PROPN+ : “ You lie . ”}", "She <saw> Ann , Ivo : “ You lie . ”")]
    [InlineData("[1#She] <1#berated/VERB> {1#the/DET driver/NOUN} : {2#“ You lie , ”} [2#she] <2#said/VERB> .", "she <said> “ You lie , ”")]
    [InlineData("[She] <devised/VERB> {a/DET slogan/NOUN : “ You lie . ”}", "She <devised> a slogan : “ You lie . ”")]
    [InlineData("[She] <warned/VERB> {the/DET driver/NOUN lied/VERB : “ You lie . ”}", "She <warned> the driver lied : “ You lie . ”")]
    [InlineData("[She] <warned/VERB> {the/DET driver/NOUN} : the/DET bridge/NOUN", "She <warned> the driver")]
    public void Whoever_is_spoken_to_before_a_colon_is_no_content(string before, string after)
    {
        var marked = new MarkedAttributions(before);
        HearersBeforeColons.Mend(marked.Article, marked.Quotations, marked.Attributions);
        Assert.Equal(after, marked.ToString());
    }

    [Theory]
    [InlineData("{38,000 homes are dark} , [Westgrid/PROPN] <says/VERB> ¶ {• The road is shut}", "Westgrid <says> 38,000 homes are dark")]
    [InlineData("{38,000 homes are dark} , [Westgrid/PROPN] <says/VERB> ¶ {The road is shut}", "Westgrid <says> 38,000 homes are dark … The road is shut")]
    [InlineData("[Westgrid/PROPN] <says/VERB> : ¶ {• Homes are dark} ¶ {• The road is shut}", "Westgrid <says> Homes are dark … • The road is shut")]
    public void What_is_said_does_not_go_on_in_the_next_item(string before, string after)
    {
        var marked = new MarkedAttributions(before);
        BulletPoints.Cut(marked.Article, marked.Attributions);
        Assert.Equal(after, marked.ToString());
    }

    [Theory]
    [InlineData("{“ It works now , ”} [she] <said/VERB> {onstage/ADV at/ADP the fair} . {“ At last . ”}", "she <said> “ It works now , ” … “ At last . ”")]
    [InlineData("{“ I like her , ”} [he] <said/VERB> , {but/CCONJ “ she lost twice , ” he knew}", "he <said> “ I like her , ” … but “ she lost twice , ” he knew")]
    [InlineData("{It works} , [she] <said/VERB> , {at last/ADV}", "she <said> It works … at last")]
    public void Words_without_marks_behind_the_cue_of_a_quotation_are_none_of_it(string before, string after)
    {
        var marked = new MarkedAttributions(before);
        StrayPieces.Remove(marked.Article, marked.Quotations, marked.Attributions);
        Assert.Equal(after, marked.ToString());
    }

    [Theory]
    [InlineData("[She] <reckons/VERB> {the/DET lad/NOUN} — who/PRON sings/VERB — can/AUX go/VERB far/ADV .", "She <reckons> the lad — who sings — can go far")]
    [InlineData("[She] <blamed/VERB> {the/DET lad/NOUN} — who/PRON sings/VERB — and/CCONJ left/VERB .", "She <blamed> the lad")]
    [InlineData("[She] <blamed/VERB> {the/DET lad/NOUN} —", "She <blamed> the lad")]
    public void A_clause_goes_on_behind_an_aside_between_dashes(string before, string after)
    {
        var marked = new MarkedAttributions(before);
        InterruptedClauses.Complete(marked.Article, marked.Attributions);
        Assert.Equal(after, marked.ToString());
    }

    [Theory]
    [InlineData("<Asked/VERB> {what/PRON he/PRON won/VERB , Okoro/PROPN+ did/AUX not/PART say/VERB} .", "<Asked> what he won")]
    [InlineData("<Asked/VERB> {whether/SCONJ , in/ADP May/PROPN , he/PRON won/VERB , they/PRON said/VERB} .", "<Asked> whether , in May , he won")]
    [InlineData("<Asked/VERB> {what/PRON he/PRON won/VERB , Okoro/PROPN+} .", "<Asked> what he won , Okoro")]
    public void A_question_ends_where_the_sentence_proper_begins(string before, string after)
    {
        var marked = new MarkedAttributions(before);
        AskedClauses.Cut(marked.Article, marked.Attributions);
        Assert.Equal(after, marked.ToString());
    }

    [Theory]
    [InlineData("{1#[2#Norland/PROPN] <2#would/AUX be/AUX keen/ADJ> {2#on/ADP arms/NOUN}} , [1#experts/NOUN] <1#said/VERB> .", "experts <said> Norland would be keen on arms")]
    [InlineData("{1#[2#Norland/PROPN] <2#is/AUX keen/ADJ> {2#on/ADP arms/NOUN}} , [1#experts/NOUN] <1#said/VERB> .", "Norland <is keen> on arms", "experts <said> Norland is keen on arms")]
    [InlineData("[Norland/PROPN] <would/AUX be/AUX keen/ADJ> {on/ADP arms/NOUN} .", "Norland <would be keen> on arms")]
    public void What_others_suppose_of_wishes_is_no_attribution(string before, params string[] after)
    {
        var marked = new MarkedAttributions(before);
        SupposedAttitudes.Remove(marked.Article, marked.Attributions);
        Assert.Equal(string.Join(" | ", after), marked.ToString());
    }

    [Theory]
    [InlineData("[They] <voted/VERB> {11/NUM to/ADP 4/NUM on/ADP Tuesday/PROPN to/PART dig/VERB it/PRON} .", "They <voted> to dig it")]
    [InlineData("[They] <voted/VERB> {11/NUM to/ADP 4/NUM against/ADP it/PRON} .", "They <voted> 11 to 4 against it")]
    [InlineData("[They] <want/VERB> {11/NUM boats/NOUN to/PART sail/VERB} .", "They <want> 11 boats to sail")]
    [InlineData("[They] <voted/VERB> {to/PART dig/VERB it/PRON} .", "They <voted> to dig it")]
    public void How_many_voted_is_no_content(string before, string after)
    {
        var marked = new MarkedAttributions(before);
        VoteCounts.Cut(marked.Article, marked.Attributions);
        Assert.Equal(after, marked.ToString());
    }

    [Theory]
    [InlineData("[Gold/NOUN] <added/VERB> {11/NUM dollars/NOUN} .", "")]
    [InlineData("[He] <added/VERB> {11/NUM people/NOUN were/AUX hurt/VERB} .", "He <added> 11 people were hurt")]
    public void Prices_that_add_say_nothing(string before, string after)
    {
        var marked = new MarkedAttributions(before);
        SumsAdded.Remove(marked.Article, marked.Attributions);
        Assert.Equal(after, marked.ToString());
    }

    [Theory]
    [InlineData("{• Two people died} , <according/VERB to/ADP> [police/NOUN]", "police <according to> Two people died")]
    [InlineData("[17:31 Mayor/NOUN] <calls/VERB for/ADP> {calm/NOUN}", "Mayor <calls for> calm")]
    [InlineData("{•} [police/NOUN] <said/VERB>", "police <said> •")]
    public void Layout_is_no_part_of_what_is_said(string before, string after)
    {
        var marked = new MarkedAttributions(before);
        BulletPoints.Cut(marked.Article, marked.Attributions);
        Assert.Equal(after, marked.ToString());
    }

    [Theory]
    [InlineData("[Such podcasts “ turn grief into hobbies ” ,] <argues/VERB> {Okoro/PROPN+ , a scholar}", "Okoro , a scholar <argues> Such podcasts “ turn grief into hobbies ”")]
    [InlineData("[Dunn/PROPN+ , who “ never lies to them ” ,] <says/VERB> {Okoro/PROPN+}", "Dunn , who “ never lies to them ” , <says> Okoro")]
    [InlineData("[The court ,] <told/VERB> {Okoro/PROPN+}", "The court , <told> Okoro")]
    public void A_clause_with_marks_before_the_verb_is_what_the_person_behind_it_says(string before, string after)
    {
        var marked = new MarkedAttributions(before);
        QuotedSources.Mend(marked.Article, marked.Quotations, marked.Attributions);
        Assert.Equal(after, marked.ToString());
    }

    [Theory]
    [InlineData("“ not one of whom , ” [he] <complained/VERB> , {“ can bake a bap . ”}", "he <complained> “ not one of whom , ” … “ can bake a bap . ”")]
    [InlineData("“ not one of whom . ” [He] <complained/VERB> , {“ can bake a bap . ”}", "He <complained> “ can bake a bap . ”")]
    public void The_first_half_of_a_divided_sentence_is_content_as_the_second(string before, string after)
    {
        var marked = new MarkedAttributions(before);
        var coverage = new Coverage();
        coverage.Begin(marked.Article, marked.Quotations, marked.Attributions);
        SplitQuotations.Complete(marked.Article, marked.Quotations, marked.Attributions, coverage);
        Assert.Equal(after, marked.ToString());
    }

    [Theory]
    [InlineData("Analysts/NOUN at/ADP Tarn/PROPN cut/VERB prices and <said/VERB in/ADP a/DET note/NOUN> to/ADP [clients/NOUN] {that it fell}", "Analysts at Tarn <said in a note> that it fell")]
    [InlineData("[SIR/PROPN – Okoro/PROPN+] <argues/VERB> {that it fell}", "Okoro <argues> that it fell")]
    [InlineData("Questioning/VERB the head/NOUN , [Dunn/PROPN+ , barrister/NOUN Okoro/PROPN+] <said/VERB> {it fell}", "barrister Okoro <said> it fell")]
    [InlineData("[Dunn/PROPN+ , Pell/PROPN+ and/CCONJ Okoro/PROPN+] <said/VERB> {it fell}", "Dunn , Pell and Okoro <said> it fell")]
    [InlineData("[The/DET biggest/ADJ is/AUX the/DET guild/NOUN , whose/PRON head/NOUN , Okoro/PROPN+ ,] <says/VERB> {it fell}", "whose head , Okoro , <says> it fell")]
    [InlineData("{A recount is near , returning/VERB officer/NOUN} [Okoro/PROPN+] <said/VERB> .", "returning officer Okoro <said> A recount is near")]
    [InlineData("{A recount is near , returning/VERB the/DET officer/NOUN} [Okoro/PROPN+] <said/VERB> .", "Okoro <said> A recount is near , returning the officer")]
    public void Sources_are_who_speaks(string before, string after)
    {
        var marked = new MarkedAttributions(before);
        SourceEdges.Mend(marked.Article, marked.Attributions);
        Assert.Equal(after, marked.ToString());
    }
}
