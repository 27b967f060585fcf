using System.Diagnostics;
using NewsNlp.Fuzz.Generation;
using NewsNlp.Fuzz.Targets;

namespace NewsNlp.Fuzz.Runs;

/// <summary>Feeds a target with generated inputs until a number of executions or a time is reached.</summary>
public sealed class FuzzRun(IFuzzTarget target, ulong seed)
{
    private readonly IInputGenerator _generator = InputGenerators.For(target, seed);

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>Inputs run so far.</summary>
    public long Executions { get; private set; }

    /// <summary>Inputs on which the library broke a promise, one for each message, made as short as was easy.</summary>
    public IList<(byte[] Input, Exception Problem)> Findings { get; } = [];

    /// <summary>Told each input before it is run, so that one which ends the process can be found; null for nobody.</summary>
    public Action<ReadOnlySpan<byte>>? Before { get; set; }

    /// <summary>Runs on.</summary>
    /// <param name="executions">The most inputs.</param>
    /// <param name="time">The longest time; looked at now and then.</param>
    /// <param name="mostFindings">Ends the run when reached.</param>
    public void Go(long executions, TimeSpan time, int mostFindings = 10)
    {
        var watch = Stopwatch.StartNew();
        for (long i = 0; i < executions && Findings.Count < mostFindings; i++)
        {
            if (i % 64 == 0 && watch.Elapsed > time) break;
            var input = _generator.Next();
            Before?.Invoke(input);
            Executions++;
            if (Problem(input) is { } problem && _seen.Add($"{problem.GetType()}: {problem.Message}")) Findings.Add(Reduce(input.ToArray(), problem));
        }
    }

    /// <summary>What went wrong on an input; null where nothing did.</summary>
    public Exception? Problem(ReadOnlySpan<byte> input)
    {
        try
        {
            target.Run(input);
            return null;
        }
#pragma warning disable CA1031 // Whatever is thrown is what is looked for.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return exception;
        }
    }

    /// <summary>Takes pieces out of an input as long as the same kind of problem stays.</summary>
    private (byte[] Input, Exception Problem) Reduce(byte[] input, Exception problem)
    {
        for (int size = input.Length / 2; size > 0; size /= 2)
        {
            for (int at = 0; at + size <= input.Length;)
            {
                byte[] shorter = [.. input.AsSpan(0, at), .. input.AsSpan(at + size)];
                if (Problem(shorter) is { } still && still.GetType() == problem.GetType())
                    (input, problem) = (shorter, still);
                else
                    at += size;
            }
        }

        return (input, problem);
    }
}
