using System.Text.Json;
using NewsNlp.Tests.Support;

namespace NewsNlp.Tool.Tests.Support;

/// <summary>The project's own articles and gold texts, of every style.</summary>
internal static class OwnArticles
{
    private static readonly string[] Folders = ["benchmarks/NewsNlp.Benchmarks/Articles", "tests/NewsNlp.Tests/Coreference/Gold", "tests/NewsNlp.Tests/Structure/Gold", "tests/NewsNlp.Tests/Entities/Values/Gold"];

    /// <summary>All of them as JSON Lines; half of them say when they were published, so that their relative dates have values.</summary>
    public static string Lines { get; } = string.Concat(Folders.SelectMany(folder => Repository.Files(folder, "*.txt"))
        .Select((file, i) => JsonSerializer.Serialize(new Dictionary<string, string?>
        {
            ["id"] = file,
            ["text"] = Repository.Read(file),
            ["published"] = i % 2 == 0 ? $"2024-0{1 + (i % 9)}-{10 + (i % 19)}" : null,
        }) + "\n"));

    /// <summary>A saved page that dates itself in a time zone, late in the evening.</summary>
    public const string Page = """
        <html lang="en"><head><title>Ferry to stay in port until the spring</title>
        <meta name="pubdate" content="Fri, 31 May 2024 23:40:00 -0800"></head><body><article><h1>Ferry to stay in port until the spring</h1>
        <p>The ferry to the islands will not sail before Monday, the harbour office in Halmstad said on Thursday, two days after its engine failed for the third time this year.</p>
        <p>“We have asked for a new engine since last winter, and the money was promised for yesterday,” said Captain Ruth Amadi, who has run the boat for 1,250 days.</p>
        <p>Repairs will cost £2.5m, 12.5 per cent more than in 2019, the office said. Tickets bought before 1 June will be refunded in full by next Tuesday.</p></article></body></html>
        """;
}
