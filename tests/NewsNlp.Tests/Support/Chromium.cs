using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace NewsNlp.Tests.Support;

/// <summary>Opens pages in headless Chromium; a test that needs it is skipped, and says why, where there is none.</summary>
internal static partial class Chromium
{
    private static readonly string? Browser = new[] { "chromium", "chromium-browser", "google-chrome" }
        .SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    /// <summary>Asks a page something, with a script that is added to it and without the policy that would not let it run.</summary>
    public static async Task<JsonElement> AskAsync(string html, string question, int width = 1280, params string[] options)
    {
        var page = Policy().Replace(html, "");
        var script = $"<script>document.documentElement.setAttribute('data-answer', JSON.stringify({question}))</script>";
        var (dom, console) = await OpenAsync(page.Replace("</body>", script + "</body>", StringComparison.Ordinal), width, options);
        var answer = Answer().Match(dom);
        Assert.True(answer.Success, string.Join('\n', console.Split('\n').Where(line => line.Contains("CONSOLE", StringComparison.Ordinal))));
        return JsonDocument.Parse(System.Net.WebUtility.HtmlDecode(answer.Groups[1].Value)).RootElement;
    }

    /// <summary>What has become of a page, and what the browser has said about it.</summary>
    public static async Task<(string Page, string Console)> OpenAsync(string html, int width = 1280, params string[] options)
    {
        Assert.SkipUnless(Browser is not null, "Chromium is not installed (Debian: chromium).");
        var folder = Directory.CreateTempSubdirectory("newsnlp-");
        try
        {
            var file = Path.Combine(folder.FullName, "page.html");
            await File.WriteAllTextAsync(file, html);
            var start = new ProcessStartInfo(Browser!,
            [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--enable-logging=stderr",
                $"--user-data-dir={Path.Combine(folder.FullName, "profile")}", $"--window-size={width},900", .. options,
                "--dump-dom", new Uri(file).AbsoluteUri,
            ])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(2));
            return (await output, await error);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [GeneratedRegex("<meta http-equiv=\"Content-Security-Policy\"[^>]*>")]
    private static partial Regex Policy();

    [GeneratedRegex("data-answer=\"([^\"]*)\"")]
    private static partial Regex Answer();
}
