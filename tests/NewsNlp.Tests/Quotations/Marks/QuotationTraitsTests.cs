using NewsNlp.Quotations.Marks;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Tests.Quotations.Marks;

/// <summary>What is known of a quotation besides its extent.</summary>
public class QuotationTraitsTests
{
    [Theory]
    [InlineData("“We are done,” said Mara Voss.", QuotationTraits.None)]
    [InlineData("‘We are done,’ said Mara Voss.", QuotationTraits.Single)]
    [InlineData("He said: “We are done", QuotationTraits.Unclosed)]
    [InlineData("Joe \"Two Boats\" Malley sank.", QuotationTraits.Nickname)]
    [InlineData("Dwight 'The Clam' Ferris sank.", QuotationTraits.Nickname | QuotationTraits.Single)]
    [InlineData("Joe “Big Old Red Ned” Malley sank.", QuotationTraits.Nickname)]
    [InlineData("Joe “Big Old Red Bad Ned” Malley sank.", QuotationTraits.Title)]
    [InlineData("Joe “Two Boats” said so.", QuotationTraits.Title)]
    [InlineData("the “Two Boats” Malley sank.", QuotationTraits.Title)]
    [InlineData("Joe “Boats” said so.", QuotationTraits.None)]
    [InlineData("“Two Boats” Malley sank.", QuotationTraits.Title)]
    [InlineData("They saw Joe “Two Boats”\nMalley sank.", QuotationTraits.Title)]
    [InlineData("Joe “Ned” Malley sank.", QuotationTraits.Nickname)]
    [InlineData("Joe “the lad” Malley sank.", QuotationTraits.None)]
    [InlineData("They saw Joe\n“Two Boats” Malley sank.", QuotationTraits.Title)]
    [InlineData("They sang “Songs for Oslo” at noon.", QuotationTraits.Title)]
    [InlineData("They sang “The Ferry to Oslo” at noon.", QuotationTraits.Title)]
    [InlineData("They sang “The Ferry over Oslo” at noon.", QuotationTraits.None)]
    [InlineData("They sang “the old one” at noon.", QuotationTraits.None)]
    [InlineData("They sang “a b c d e f g h i j K L” at noon.", QuotationTraits.Title)]
    [InlineData("They sang “a b c d e f g h i j k L M” at noon.", QuotationTraits.None)]
    [InlineData("Rooms 12 “7 8 1234” 9 are shut.", QuotationTraits.None)]
    [InlineData("He read “The 1234 Club” aloud.", QuotationTraits.Title)]
    [InlineData("He read “” aloud.", QuotationTraits.None)]
    [InlineData("He wrote: “The Long Ferry Home", QuotationTraits.Unclosed | QuotationTraits.Title)]
    [InlineData("He wrote: “The Long Ferry Home north", QuotationTraits.Unclosed)]
    internal void A_quotation_has_the_traits_of_its_marks_and_words(string text, QuotationTraits expected) => Assert.Equal([expected], Traits(text));

    [Theory]
    [InlineData("“We began in spring.\n“We ended in winter,” she said.", QuotationTraits.Unclosed, QuotationTraits.Continuation)]
    [InlineData("“We began in spring.\nWe ended in winter.”", QuotationTraits.Unclosed, QuotationTraits.Continuation)]
    [InlineData("“We began in spring.\nThe crew “ended in winter,” she said.", QuotationTraits.Unclosed, QuotationTraits.None)]
    [InlineData("“We began in spring.\n“Nobody helped.\n“We ended.”", QuotationTraits.Unclosed, QuotationTraits.Unclosed | QuotationTraits.Continuation, QuotationTraits.Continuation)]
    [InlineData("“We began in spring.”\n“We ended in winter,” she said.", QuotationTraits.None, QuotationTraits.None)]
    [InlineData("“We began in spring.\n“We went on.”\n“We ended.”", QuotationTraits.Unclosed, QuotationTraits.Continuation, QuotationTraits.None)]
    [InlineData("“We began in spring.\nNothing more.\n“We ended.”", QuotationTraits.Unclosed, QuotationTraits.None)]
    [InlineData("‘We began in spring.\n‘We ended,’ she said.", QuotationTraits.Unclosed | QuotationTraits.Single, QuotationTraits.Single)]
    [InlineData("\"We began in spring.\n\"We ended.\" She left.", QuotationTraits.Unclosed, QuotationTraits.Continuation)]
    internal void A_paragraph_may_carry_on_the_quotation_of_the_one_before(string text, params QuotationTraits[] expected) => Assert.Equal(expected, Traits(text));

    [Theory]
    [InlineData("“He told me ‘never again’ twice,” she said.", "‘ never again ’")]
    [InlineData("‘She called it “a farce” and “a joke” and left,’ he said.", "“ a farce ” “ a joke ”")]
    [InlineData("“He left,” she said. “He ‘ran’,” said Tam.", "‘ ran ’")]
    [InlineData("“He left,” she said of the ‘runner’.", "")]
    public void A_quotation_inside_another_is_nested(string text, string nested) =>
        Assert.Equal(nested, MarkedText.Find(text, (document, _, finder) =>
            string.Join(' ', document.Tokens.Where(token => finder.Nested[token.Index]).Select(token => token.Text))));

    [Fact]
    public void Each_token_knows_its_quotation() =>
        Assert.Equal([0, 0, 0, 0, -1, -1, -1, 1, 1, 1, -1], MarkedText.Find("“No,” she said. “Never”.", (document, _, finder) => finder.Of[..document.Tokens.Count]));

    [Theory]
    [InlineData("‘The bridge will not open in May,’ said Ines Okoro.", "‘’")]
    [InlineData("‘The bridge will not open in May’, said Ines Okoro.", "‘’")]
    [InlineData("‘The bridge will not open in May’ said Ines Okoro.", "")]
    [InlineData("‘It may open,’ said Ines Okoro.", "‘’")]
    [InlineData("‘May open,’ said Ines Okoro.", "")]
    [InlineData("‘The bridge will not open in May,’ said Ines. It is “late”.", "“”")]
    [InlineData("‘The bridge will not open in May,’ said Ines. ‘We are all sorry for that,’ said Tam. It is “late”.", "‘’‘’“”")]
    [InlineData("‘The bridge will not open at all.\n‘The money went in May,’ said Ines.", "‘‘’")]
    public void Single_marks_around_speech_count_as_double_ones(string text, string expected) =>
        Assert.Equal(expected, MarkedText.Find(text, (document, article, _) =>
            string.Concat(document.Tokens.Where(token => article.Classes[token.Index] == TokenClass.DoubleMark).Select(token => token.Text))));

    [Fact]
    public void A_finder_forgets_the_article_before()
    {
        var finder = new QuotationFinder();
        MarkedText.Find("‘She called it “a farce” and left,’ he said.", (_, article, _) =>
        {
            finder.Find(article);
            return 0;
        });
        int tokens = MarkedText.Find("It rained on the “late” boat, all of the day.", (document, article, _) =>
        {
            finder.Find(article);
            return document.Tokens.Count;
        });

        Assert.Equal(new Quotation(4, 7, QuotationTraits.None), Assert.Single(finder.Quotations));
        Assert.Equal([4, 5, 6], Enumerable.Range(0, tokens).Where(token => finder.Of[token] >= 0));
        Assert.DoesNotContain(true, finder.Nested[..tokens]);
    }

    private static QuotationTraits[] Traits(string text) => MarkedText.Find(text, (_, _, finder) => finder.Quotations.Select(quotation => quotation.Traits).ToArray());
}
