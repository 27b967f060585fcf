using System.Diagnostics;
using System.Globalization;
using NewsNlp.Fuzz.Generation;
using NewsNlp.Fuzz.Runs;
using NewsNlp.Fuzz.Targets;

// NewsNlp.Fuzz TARGET [--executions N] [--seconds N] [--seed N] [--findings FOLDER]   generated inputs
// NewsNlp.Fuzz model --model FILE ...                                                 the same, changing that model instead of the embedded one
// NewsNlp.Fuzz TARGET replay FILE...                                                  inputs from files, and the corpus
// NewsNlp.Fuzz curve [LENGTH...] [KIND...]                                            what adversarial texts cost
// NewsNlp.Fuzz cancel LENGTH PLACES [KIND...]                                         how late a cancelled text ends
// NewsNlp.Fuzz work LENGTH STEPS [KIND...]                                             counted work, and where it is not cancelled for long
// NewsNlp.Fuzz soak DOCUMENTS THREADS                                                  threads share a pipeline for long
// NewsNlp.Fuzz TARGET afl                                                             driven by AFL++, see README.md
if (args is ["curve", ..])
{
    int[] lengths = [.. args.Skip(1).Where(arg => int.TryParse(arg, CultureInfo.InvariantCulture, out _)).Select(length => int.Parse(length, CultureInfo.InvariantCulture))];
    string[] kinds = [.. args.Skip(1).Intersect(AdversarialTexts.Kinds)];
    CostCurve.Print(
        Console.Out, lengths.Length > 0 ? lengths : [1_000, 10_000, 100_000, 1_000_000], kinds.Length > 0 ? kinds : AdversarialTexts.Kinds);
    return 0;
}

if (args is ["cancel", var cancelled, var places, ..])
{
    string[] kinds = [.. args.Skip(3)];
    return CancellationDelay.Print(
        Console.Out, int.Parse(cancelled, CultureInfo.InvariantCulture), int.Parse(places, CultureInfo.InvariantCulture),
        kinds.Length > 0 ? kinds : ["news", .. AdversarialTexts.Kinds]) ? 0 : 1;
}

if (args is ["work", var counted, var mostSteps, ..])
{
    string[] kinds = [.. args.Skip(3)];
    WorkTable.Print(
        Console.Out, int.Parse(counted, CultureInfo.InvariantCulture), long.Parse(mostSteps, CultureInfo.InvariantCulture),
        kinds.Length > 0 ? kinds : ["news", .. AdversarialTexts.Kinds]);
    return 0;
}

if (args is ["soak", var documents, var threads])
{
    return Soak.Print(Console.Out, int.Parse(documents, CultureInfo.InvariantCulture), int.Parse(threads, CultureInfo.InvariantCulture)) ? 0 : 1;
}

if (args is [var driven, "afl", ..] && FuzzTargets.Names.Contains(driven))
{
    // Made with the first input: the library that counts its branches may not be called before there is memory to count in.
    IFuzzTarget? made = null;
    SharpFuzz.Fuzzer.Run(stream =>
    {
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        (made ??= FuzzTargets.Create(driven)!).Run(memory.GetBuffer().AsSpan(0, (int)memory.Length));
    });
    return 0;
}

if (args.Length == 0 || Target(args[0]) is not { } target)
{
    Console.Error.WriteLine($"Give a target: {string.Join(", ", FuzzTargets.Names)}.");
    return 2;
}

var run = new FuzzRun(target, seed: (ulong)Number("--seed", 1));
if (args is [_, "replay", ..])
{
    var inputs = args.Skip(2).Select(file => (Name: file, Bytes: File.ReadAllBytes(file))).Concat(Fragments.CorpusFiles(target.Name));
    int bad = 0;
    foreach (var (name, bytes) in inputs)
    {
        if (run.Problem(bytes) is not { } problem) continue;
        Console.WriteLine($"{name}: {problem}");
        bad++;
    }

    return bad == 0 ? 0 : 1;
}

string folder = Text("--findings") ?? "findings";
if (target.Form == InputForm.Edits)
{
    // Such an input may end the process; then this file is the finding.
    Directory.CreateDirectory(folder);
    run.Before = input => File.WriteAllBytes(Path.Combine(folder, $"{target.Name}-last"), input);
}

var watch = Stopwatch.StartNew();
run.Go(Number("--executions", long.MaxValue), TimeSpan.FromSeconds(Number("--seconds", 60)));
foreach (var (input, problem) in run.Findings)
{
    Directory.CreateDirectory(folder);
    string file = Path.Combine(folder, $"{target.Name}-{Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(input))[..12]}");
    File.WriteAllBytes(file, input);
    Console.WriteLine($"{file}: {problem}");
}

string more = target is TokenizerTarget tokenizer ? $", {tokenizer.Readings} texts tokenized" : string.Empty;
Console.WriteLine($"{target.Name}: {run.Executions} executions{more} in {watch.Elapsed.TotalSeconds:F0} s, {run.Findings.Count} findings");
return run.Findings.Count == 0 ? 0 : 1;

IFuzzTarget? Target(string name) =>
    name == "model" && Text("--model") is { } model ? new ModelTarget(File.ReadAllBytes(model)) : FuzzTargets.Create(name);

long Number(string name, long otherwise) => Text(name) is { } value ? long.Parse(value, CultureInfo.InvariantCulture) : otherwise;

string? Text(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
