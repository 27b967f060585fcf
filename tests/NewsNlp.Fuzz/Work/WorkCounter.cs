using System.Diagnostics;

namespace NewsNlp.Fuzz.Work;

/// <summary>
/// What <see cref="CountedLibrary"/> lets the library call: once for each method that is entered and each turn of a loop (a step), and
/// once for each look at a cancellation token.
/// </summary>
/// <threadsafety>For one thread at a time.</threadsafety>
public static class WorkCounter
{
    private static long _stepsAtLook, _allowed = long.MaxValue, _alarm = long.MaxValue, _timeAtLook;

    /// <summary>Steps since <see cref="Reset"/>.</summary>
    public static long Steps { get; private set; }

    /// <summary>Looks at a cancellation token since <see cref="Reset"/>.</summary>
    public static int Looks { get; private set; }

    /// <summary>The most steps between two looks.</summary>
    public static long LongestStretch { get; private set; }

    /// <summary>Where the library was each time that it had gone on for the allowed number of steps without a look, and how often.</summary>
    public static IDictionary<string, int> LongStretches { get; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Takes the time between looks where it is there: stopwatch ticks, one for each look.</summary>
    public static IList<long>? Times { get; set; }

    /// <summary>Begins anew.</summary>
    /// <param name="mostSteps">Where a stretch without a look becomes longer than this, <see cref="LongStretches"/> tells where.</param>
    public static void Reset(long mostSteps = long.MaxValue)
    {
        Steps = LongestStretch = _stepsAtLook = 0;
        Looks = 0;
        LongStretches.Clear();
        _allowed = _alarm = mostSteps;
        _timeAtLook = Stopwatch.GetTimestamp();
    }

    /// <summary>Called by the library for each step.</summary>
    public static void Step()
    {
        if (++Steps - _stepsAtLook > _alarm) Tell();
    }

    /// <summary>Called by the library before each look at a cancellation token, and by whoever runs it at the end.</summary>
    public static void Look()
    {
        Looks++;
        LongestStretch = Math.Max(LongestStretch, Steps - _stepsAtLook);
        _stepsAtLook = Steps;
        _alarm = _allowed;
        if (Times is null) return;
        long now = Stopwatch.GetTimestamp();
        Times.Add(now - _timeAtLook);
        _timeAtLook = now;
    }

    private static void Tell()
    {
        _alarm += _allowed;
        var methods = new StackTrace(2).GetFrames().Select(frame => frame.GetMethod()).Where(method => method?.DeclaringType?.Assembly.GetName().Name == "NewsNlp");
        string place = string.Join(" <- ", methods.Take(4).Select(method => $"{method!.DeclaringType!.Name}.{method.Name}"));
        LongStretches[place] = LongStretches.TryGetValue(place, out int times) ? times + 1 : 1;
    }
}
