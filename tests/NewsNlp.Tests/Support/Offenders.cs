namespace NewsNlp.Tests.Support;

/// <summary>For rules that many things keep: says all that break it, not only the first.</summary>
internal static class Offenders
{
    public static void AssertNone(IEnumerable<string> offenders)
    {
        var all = offenders.ToList();
        if (all.Count > 0)
        {
            Assert.Fail($"{all.Count} break the rule:\n{string.Join('\n', all)}");
        }
    }
}
