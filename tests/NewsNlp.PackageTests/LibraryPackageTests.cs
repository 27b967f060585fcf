using System.Text.Json;

namespace NewsNlp.PackageTests;

/// <summary>Programs that reference the packed library, as a user's do.</summary>
public class LibraryPackageTests(PackedPackages packages)
{
    [Fact]
    public async Task The_readmes_first_program_prints_what_the_readme_shows()
    {
        var (program, output) = Readme.FirstProgram();
        var app = packages.CreateApp("ReadmeApp", program);

        Assert.Equal(output.TrimEnd(), (await PackedPackages.BuildAndRun(app)).TrimEnd());
        AssertClosure(app);
    }

    [Fact]
    public void The_readme_has_no_code_that_no_test_compiles()
    {
        // The first programs and the registrations are compiled here, the bridge's program by its own tests.
        string[] compiled =
        [
            Readme.FirstProgram().Program, Readme.BlockWith("services.AddNewsNlp();"), Readme.BlockWith("mention.Value"), Readme.BlockWith("QuotesBy"),
            Readme.BlockWith("UseCatalystEntityRecognizer"),
        ];

        Assert.Equal(compiled, Readme.Blocks().Where(block => block.Language == "csharp").Select(block => block.Code));
    }

    [Fact]
    public async Task The_readmes_values_and_questions_print_what_they_say()
    {
        var app = packages.CreateApp(
            "HowToApp",
            "using NewsNlp.Documents;\nusing NewsNlp.Documents.Values;\n" + Readme.FirstProgram().Program + Readme.BlockWith("mention.Value") + Readme.BlockWith("QuotesBy"));
        var output = await PackedPackages.BuildAndRun(app);

        Assert.Contains("Monday: 2023-10-23 (Day, ", output, StringComparison.Ordinal);
        Assert.Contains("Last year: 2022 (Year", output, StringComparison.Ordinal);
        Assert.Contains("£20m: 20000000 GBP", output, StringComparison.Ordinal);
        Assert.Contains("5 to 6 per cent: 5 to 6", output, StringComparison.Ordinal);
        Assert.Contains("Ines Okoro: 2 quotes, 0 about them", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_injects_the_pipeline()
    {
        var app = packages.CreateApp(
            "HostApp",
            """"
            using Microsoft.Extensions.Configuration;
            using Microsoft.Extensions.DependencyInjection;
            using Microsoft.Extensions.Hosting;
            using NewsNlp;

            var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
            builder.Configuration.AddInMemoryCollection([new("News:MaxTextLength", "5000")]);
            builder.Services.AddNewsNlp().Configure<NewsNlpOptions>(builder.Configuration.GetSection("News"));
            builder.Services.AddKeyedNewsNlp("short", options => options.MaxTextLength = 100);
            builder.Services.AddSingleton<Desk>();
            using var host = builder.Build();
            await host.StartAsync();
            host.Services.GetRequiredService<Desk>().Read();
            await host.StopAsync();

            sealed class Desk(NlpPipeline pipeline, [FromKeyedServices("short")] NlpPipeline shorter)
            {
                public void Read()
                {
                    var document = pipeline.Process("Rain fell on Port Elwin on Monday. \"We are ready,\" said Mayor Ines Okoro.");
                    Console.WriteLine($"{pipeline.MaxTextLength} {shorter.MaxTextLength}");
                    Console.WriteLine(string.Join('|', document.Tokens.Select(token => token.Text)));
                }
            }
            """",
            ("Microsoft.Extensions.Hosting", "10.0.0"));

        Assert.Equal(
            "5000 100\nRain|fell|on|Port|Elwin|on|Monday|.|\"|We|are|ready|,|\"|said|Mayor|Ines|Okoro|.\n",
            await PackedPackages.BuildAndRun(app));
    }

    [Fact]
    public async Task The_readmes_registrations_compile_and_work()
    {
        var app = packages.CreateApp(
            "RegistrationApp",
            $$"""
            using Microsoft.Extensions.Configuration;
            using Microsoft.Extensions.DependencyInjection;
            using NewsNlp;
            using NewsNlp.Documents;
            using NewsNlp.Entities;

            var services = new ServiceCollection();
            var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("NewsNlp:MaxTextLength", "5000")]).Build();
            var teams = Gazetteer.Create([("Saltmere Rovers", EntityLabel.Organization)]);
            {{Readme.BlockWith("services.AddNewsNlp();")}}
            using var provider = services.BuildServiceProvider();
            var pipeline = provider.GetRequiredService<NlpPipeline>();
            var wire = provider.GetRequiredKeyedService<NlpPipeline>("wire");
            Console.WriteLine($"{pipeline.MaxTextLength} {string.Join(' ', pipeline.Layers.Except(wire.Layers))}");
            Console.WriteLine(pipeline.Process("They cheered saltmere rovers, Saltmere Rovers that is.").EntityMentions[^1].Label);
            """,
            ("Microsoft.Extensions.Hosting", "10.0.0"));

        Assert.Equal("5000 Quotes\nOrganization\n", await PackedPackages.BuildAndRun(app));
    }

    /// <summary>What the library brings along is what it says, and none of it analyzes or builds anything.</summary>
    private void AssertClosure(string app)
    {
        using var assets = JsonDocument.Parse(File.ReadAllText(Path.Combine(app, "obj", "project.assets.json")));
        var libraries = assets.RootElement.GetProperty("libraries").EnumerateObject().ToList();

        Assert.Equal(
            [
                "Microsoft.Extensions.DependencyInjection.Abstractions/10.0.0",
                "Microsoft.Extensions.Options/10.0.0",
                "Microsoft.Extensions.Primitives/10.0.0",
                $"NewsNlp/{packages.Version}",
            ],
            libraries.Select(library => library.Name).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("Microsoft.CodeAnalysis", assets.RootElement.GetRawText(), StringComparison.Ordinal);
        var own = libraries.Single(library => library.Name.StartsWith("NewsNlp/", StringComparison.Ordinal));
        Assert.DoesNotContain(
            own.Value.GetProperty("files").EnumerateArray(),
            file => file.GetString()!.StartsWith("analyzers/", StringComparison.Ordinal)
                || file.GetString()!.StartsWith("build", StringComparison.Ordinal));
        Assert.True(Directory.Exists(Path.Combine(app, "packages", "newsnlp", packages.Version)), "restored into the app's own folder");
    }
}
