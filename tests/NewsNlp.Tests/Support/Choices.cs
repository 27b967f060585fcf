namespace NewsNlp.Tests.Support;

/// <summary>
/// Decisions read off a list of random bytes. Where the list ends every decision is the first one, so that a shorter list
/// makes a smaller document, which is what a failing property is shrunk to.
/// </summary>
internal sealed class Choices(byte[] bytes)
{
    private int _next;

    /// <summary>A number in <c>[0, count)</c>.</summary>
    public int Next(int count)
    {
        var value = _next < bytes.Length ? bytes[_next++] : 0;
        return count <= 1 ? 0 : value % count;
    }

    /// <summary>Yes in one case of <paramref name="oneIn"/>, and never once the bytes are used up.</summary>
    public bool OneIn(int oneIn) => Next(oneIn) == oneIn - 1;
}
