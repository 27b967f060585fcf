using NewsNlp.Documents;

namespace NewsNlp.Tests.Structure;

public sealed class BylineReaderTests
{
    private const string Body = "The council of Harwick will plant a hundred trees along the canal, the mayor said on Monday.";

    [Theory]
    [InlineData("By Ann Lee", "Ann Lee", null, null, null)]
    [InlineData("By Ann Lee and Bo Ray", "Ann Lee; Bo Ray", null, null, null)]
    [InlineData("By Ann Lee, Bo Ray and Cy Dunn", "Ann Lee; Bo Ray; Cy Dunn", null, null, null)]
    [InlineData("By Ann Lee, Political correspondent", "Ann Lee", "Political correspondent", null, null)]
    [InlineData("By Ann Lee\nHealth reporter", "Ann Lee", "Health reporter", null, null)]
    [InlineData("By Ann Lee\nBBC News, Nairobi", "Ann Lee", null, "BBC News", "Nairobi")]
    [InlineData("By Ann Lee\nScience correspondent, Harwick", "Ann Lee", "Science correspondent", null, "Harwick")]
    [InlineData("By Ann Lee in Port Alder", "Ann Lee", null, null, "Port Alder")]
    [InlineData("By ANN O'NEILL FOR THE HARWICK GAZETTE", "Ann O'Neill", null, "The Harwick Gazette", null)]
    [InlineData("By court reporter Ann Lee", "Ann Lee", "court reporter", null, null)]
    [InlineData("By Our Special Correspondent", "Our Special Correspondent", null, null, null)]
    [InlineData("Our Special Correspondent", "Our Special Correspondent", null, null, null)]
    [InlineData("By Ann Lee and agencies", "Ann Lee", null, "agencies", null)]
    [InlineData("Harwick Press writers Ann Lee in Paris and Bo Ray in Port Alder contributed to this report.", "Ann Lee; Bo Ray", "Harwick Press writers", null, "Paris")]
    [InlineData("EXCLUSIVE by Ann Lee", "Ann Lee", null, null, null)]
    [InlineData("By Ann Lee and Bo Ray, CNN", "Ann Lee; Bo Ray", null, "CNN", null)]
    [InlineData("By Ann Lee\nAssociated Press", "Ann Lee", null, "Associated Press", null)]
    [InlineData("By Ann Lee\nStaff writer | The Harwick Sentinel", "Ann Lee", "Staff writer", "The Harwick Sentinel", null)]
    [InlineData("Ann Lee Education correspondent", "Ann Lee", "Education correspondent", null, null)]
    public void Names_role_organization_and_place_are_told_apart(string lines, string authors, string? role, string? organization, string? place)
    {
        var byline = Process($"Harwick to plant trees along the canal\n\n{lines}\n\n{Body}").Byline;
        Assert.NotNull(byline);
        Assert.Equal(authors, string.Join("; ", byline.Authors));
        Assert.Equal((role, organization, place), (byline.Role, byline.Organization, byline.Place));
        Assert.Equal(authors.Replace("; ", ", ", StringComparison.Ordinal), byline.ToString());
    }

    [Fact]
    public void A_sign_off_counts_where_there_is_no_other_byline()
    {
        Assert.Equal(["Bo Ray"], Process($"{Body}\n\n(Reporting by Bo Ray; Editing by Cy Dunn)").Byline!.Authors);
        Assert.Equal(["Bo Ray", "Ann Lee"], Process($"{Body}\n\n(Reporting by Bo Ray in Harwick and Ann Lee in Paris; Editing by Cy Dunn and Kit Moss)").Byline!.Authors);
        Assert.Equal(["Ann Lee"], Process($"Harwick to plant trees\n\nBy Ann Lee\n\n{Body}\n\n(Reporting by Bo Ray; Editing by Cy Dunn)").Byline!.Authors);
    }

    [Theory]
    [InlineData("By Friday, the canal will have new trees, the council said.")]
    [InlineData(Body)]
    [InlineData("")]
    public void A_text_without_a_byline_has_none(string text) => Assert.Null(Process(text).Byline);

    [Theory]
    [InlineData("PORT ALDER, Estmark, Oct. 18 (AP) —", "PORT ALDER, Estmark", "AP", "Oct. 18", "2023-10-18")]
    [InlineData("LONDON (AP) —", "LONDON", "AP", null, null)]
    [InlineData("MOSCOW, Oct. 18 (Reuters) -", "MOSCOW", "Reuters", "Oct. 18", "2023-10-18")]
    [InlineData("BEIJING, Dec. 30 (Xinhua) --", "BEIJING", "Xinhua", "Dec. 30", "2022-12-30")]
    [InlineData("Nairobi, May 6 2022 (IPS) -", "Nairobi", "IPS", "May 6 2022", "2022-05-06")]
    [InlineData("PINE HOLLOW —", "PINE HOLLOW", null, null, null)]
    public void Place_agency_and_date_are_told_apart(string dateline, string place, string? agency, string? date, string? day)
    {
        var published = day?.EndsWith("12-30", StringComparison.Ordinal) == true ? new DateOnly(2023, 1, 2) : new DateOnly(2023, 10, 19);
        var found = Process($"{dateline} {Body}", published).Dateline;
        Assert.Equal(new Dateline(place, agency, date, day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), found);
    }

    [Fact]
    public void Without_a_year_and_a_day_of_publication_a_date_is_words_only() =>
        Assert.Equal(new Dateline("LONDON", "AP", "Oct. 18"), Process($"LONDON, Oct. 18 (AP) — {Body}").Dateline);

    [Theory]
    [InlineData("BREAKING NEWS — The canal has new trees, the council of Harwick said on Monday.")]
    [InlineData(Body)]
    public void A_text_without_a_dateline_has_none(string text) => Assert.Null(Process(text).Dateline);

    private static Document Process(string text, DateOnly? published = null)
    {
        var builder = new DocumentBuilder(text, new DocumentMetadata(Published: published));
        return builder.AddBlocks(sink => new NewsNlp.Structure.NewsBlockDetector().Detect(text, sink)).Build();
    }
}
