using NewsNlp.Tests.Support;

namespace NewsNlp.Tests.Architecture;

/// <summary>Rules that every source file keeps.</summary>
public class SourceTests
{
    private const int LongestFile = 400;

    private static readonly string[] Folders = ["src", "tests", "benchmarks"];

    private static IEnumerable<string> AllSources => Folders.SelectMany(folder => Repository.Files(folder, "*.cs"));

    private static IReadOnlyList<string> Library => Repository.Files("src/NewsNlp", "*.cs");

    [Fact]
    public void There_are_sources_to_look_at()
    {
        Assert.Contains("src/NewsNlp/Documents/Document.cs", Library);
        Assert.Contains("tests/NewsNlp.Tests/Architecture/SourceTests.cs", AllSources);
    }

    [Fact]
    public void A_namespace_is_its_folder() => Offenders.AssertNone(AllSources.Where(file => !IsDouble(file)).Where(file =>
    {
        var declared = Lines(file).FirstOrDefault(line => line.StartsWith("namespace ", StringComparison.Ordinal));
        var folder = string.Join('.', file.Split('/')[1..^1]);
        return declared is not null && declared != $"namespace {folder};";
    }));

    [Fact]
    public void No_file_is_too_long() =>
        Offenders.AssertNone(AllSources.Select(file => (file, Lines(file).Length)).Where(x => x.Length > LongestFile).Select(x => $"{x.file}: {x.Length} lines"));

    [Fact]
    public void The_library_uses_no_regular_expressions() => AssertNowhere("System.Text.RegularExpressions", "new Regex(", "GeneratedRegex");

    [Fact]
    public void The_library_uses_no_reflection() => AssertNowhere(
        "using System.Reflection", "Activator.", "GetMethod(", "GetProperty(", "GetField(", "MakeGenericType", "Assembly.Load");

    [Fact]
    public void The_library_generates_no_code_and_binds_nothing_late() =>
        AssertNowhere("dynamic ", "System.Linq.Expressions", "System.Reflection.Emit", "ExpandoObject");

    [Fact]
    public void The_library_opens_no_connection() => AssertNowhere("System.Net.Http", "HttpClient", "System.Net.Sockets", "WebRequest");

    /// <summary>So threads wait for each other nowhere; batches, which bound their look-ahead, apart.</summary>
    [Fact]
    public void The_library_takes_no_lock() => AssertNowhere(
        " lock (", "Monitor.", "Lock ", "ReaderWriterLock", "Mutex", "SpinLock", "ConcurrentDictionary", "MethodImplOptions.Synchronized");

    [Fact]
    public void The_library_leaves_the_console_alone() => AssertNowhere("Console.");

    [Fact]
    public void The_library_depends_on_no_culture() =>
        AssertNowhere("CurrentCulture", "CurrentUICulture", ".ToLower()", ".ToUpper()");

    [Fact]
    public void The_library_asks_no_clock_no_place_and_no_chance() => AssertNowhere(
        "DateTime.Now", "DateTime.UtcNow", "DateTime.Today", "DateTimeOffset.Now", "DateTimeOffset.UtcNow", "TimeZoneInfo", "TimeProvider", "TickCount",
        "Stopwatch", "new Random(", "Random.Shared", "Guid.NewGuid", "Environment.GetEnvironmentVariable", "Environment.MachineName");

    [Fact]
    public void Nothing_is_left_unfinished()
    {
        // In two pieces, so that this file is no find of its own.
        string[] marks = ["NotImplemented" + "Exception", "TO" + "DO", "FIX" + "ME", "HA" + "CK", "throw new Not" + "Implemented"];

        Offenders.AssertNone(AllSources.Where(file => marks.Any(mark => Repository.Read(file).Contains(mark, StringComparison.Ordinal))));
    }

    [Fact]
    public void No_test_is_skipped_or_cannot_fail()
    {
        string[] marks = ["Sk" + "ip = ", "Assert.True(tr" + "ue)", "Assert.False(fal" + "se)"];

        Offenders.AssertNone(Repository.Files("tests", "*.cs")
            .Where(file => marks.Any(mark => Repository.Read(file).Contains(mark, StringComparison.Ordinal))));
    }

    /// <summary>A double of another library's types has their namespaces.</summary>
    private static bool IsDouble(string file) => file.StartsWith("tests/NewsNlp.Catalyst.Tests/Double/", StringComparison.Ordinal);

    private static string[] Lines(string file) => Repository.Read(file).Split('\n');

    /// <summary>None of <paramref name="words"/> stands in code of the library; comments may name them.</summary>
    private static void AssertNowhere(params string[] words) => Offenders.AssertNone(
        from file in Library
        from line in Lines(file)
        let code = line.TrimStart()
        where !code.StartsWith("//", StringComparison.Ordinal)
        from word in words
        where code.Contains(word, StringComparison.Ordinal)
        select $"{file}: {code}");
}
