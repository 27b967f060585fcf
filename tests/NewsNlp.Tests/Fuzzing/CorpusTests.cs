using NewsNlp.Fuzz.Generation;
using NewsNlp.Fuzz.Runs;
using NewsNlp.Fuzz.Targets;

namespace NewsNlp.Tests.Fuzzing;

/// <summary>Replays what fuzzing found and starts from, and fuzzes a little each time; see tests/NewsNlp.Fuzz.</summary>
public class CorpusTests
{
    public static TheoryData<string, int> Targets { get; } = new()
    {
        { "tokenizer", 20_000 },
        { "pipeline", 300 },
        { "stages", 2_000 },
        { "html", 300 },
        { "jsonl", 20_000 },
        { "json", 20_000 },
        { "gazetteer", 500 },
        { "model", 6 },
    };

    [Fact]
    public void Every_target_is_run() =>
        Assert.Equal(FuzzTargets.Names, Targets.Select(row => row.Data.Item1).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Targets))]
    public void The_corpus_and_some_new_inputs_break_no_promise(string name, int executions)
    {
        var target = FuzzTargets.Create(name)!;
        var run = new FuzzRun(target, seed: 20);
        foreach (var (file, bytes) in Fragments.CorpusFiles(name))
        {
            Assert.True(run.Problem(bytes) is null, $"{file}: {run.Problem(bytes)}");
        }

        run.Go(executions, TimeSpan.FromMinutes(2), mostFindings: 1);

        Assert.Equal(executions, run.Executions);
        Assert.All(run.Findings, finding => Assert.Fail($"{Convert.ToBase64String(finding.Input)}: {finding.Problem}"));
    }

    [Fact]
    public void The_same_seed_makes_the_same_inputs()
    {
        var target = FuzzTargets.Create("tokenizer")!;
        var one = InputGenerators.For(target, 7);
        var other = InputGenerators.For(target, 7);
        var third = InputGenerators.For(target, 8);
        var different = 0;
        for (var i = 0; i < 100; i++)
        {
            var input = one.Next().ToArray();
            Assert.Equal(input, other.Next().ToArray());
            different += third.Next().SequenceEqual(input) ? 0 : 1;
        }

        Assert.True(different > 90);
    }

    [Fact]
    public void A_broken_promise_is_found_and_made_short()
    {
        var run = new FuzzRun(new FailsOnMark(), seed: 3);

        run.Go(20_000, TimeSpan.FromMinutes(1), mostFindings: 1);

        var (input, problem) = Assert.Single(run.Findings);
        Assert.Equal("“"u8.ToArray(), input);
        Assert.IsType<FindingException>(problem);
    }

    /// <summary>Stands for a library that cannot stand an opening mark.</summary>
    private sealed class FailsOnMark : IFuzzTarget
    {
        public string Name => "fails";

        public InputForm Form => InputForm.Text;

        public void Run(ReadOnlySpan<byte> input)
        {
            if (input.IndexOf("“"u8) >= 0)
            {
                throw new FindingException("An opening mark.");
            }
        }
    }
}
