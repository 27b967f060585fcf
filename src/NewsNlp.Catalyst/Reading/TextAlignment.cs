using System.Globalization;

namespace NewsNlp.Catalyst.Reading;

/// <summary>
/// Where the characters of the text that Catalyst kept stand in the caller's text. Catalyst removes control characters, line
/// breaks and tabs among them, so its offsets fall behind by one for each.
/// </summary>
internal sealed class TextAlignment
{
    // From the kept character at a position on, this many characters were removed before it.
    private readonly List<int> _positions = [0];
    private readonly List<int> _removed = [0];

    private TextAlignment()
    {
    }

    /// <summary>Where the two texts differ in more than removed characters; -1 where they do not.</summary>
    public int Mismatch { get; private set; } = -1;

    /// <summary>Lays the text that Catalyst kept over the caller's, in time linear in their lengths.</summary>
    /// <returns>Whether one is the other without some characters that cannot be seen; cases may differ.</returns>
    public static bool TryCreate(string kept, string text, out TextAlignment alignment)
    {
        alignment = new TextAlignment();
        var j = 0;
        for (var i = 0; i < kept.Length; i++)
        {
            var before = j;
            while (j < text.Length && !Same(text[j], kept[i]) && CanBeRemoved(text[j]))
            {
                j++;
            }

            if (j == text.Length || !Same(text[j], kept[i]))
            {
                alignment.Mismatch = i;
                return false;
            }

            if (j > before)
            {
                alignment.Shift(i, j - i);
            }

            j++;
        }

        while (j < text.Length && CanBeRemoved(text[j]))
        {
            j++;
        }

        alignment.Mismatch = j < text.Length ? kept.Length : -1;
        return j == text.Length;
    }

    /// <summary>The place in the caller's text of the kept character at <paramref name="position"/>.</summary>
    public int ToText(int position)
    {
        var index = _positions.BinarySearch(position);
        return position + _removed[index >= 0 ? index : ~index - 1];
    }

    private static bool Same(char text, char kept) =>
        text == kept
        || (char.IsWhiteSpace(text) && char.IsWhiteSpace(kept))
        || char.ToLowerInvariant(text) == char.ToLowerInvariant(kept);

    private static bool CanBeRemoved(char c) =>
        char.IsWhiteSpace(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;

    private void Shift(int position, int removed)
    {
        if (position == 0)
        {
            _removed[0] = removed;
            return;
        }

        _positions.Add(position);
        _removed.Add(removed);
    }
}
