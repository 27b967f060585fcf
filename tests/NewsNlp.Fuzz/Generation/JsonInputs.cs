using System.Runtime.InteropServices;

namespace NewsNlp.Fuzz.Generation;

/// <summary>Documents of the corpus with numbers, members, strings and single bytes changed; most are still JSON.</summary>
internal sealed class JsonInputs(Fragments fragments, SplitMix random) : IInputGenerator
{
    private const int MostChanges = 4;

    private static readonly byte[][] Numbers =
        [.. "0 1 2 3 5 6 10 19 20 21 -1 1e3 0.5 1.0 2147483647 2147483648 -0 1e999 null true \"x\" [] {}".Split(' ').Select(System.Text.Encoding.UTF8.GetBytes)];

    private readonly List<byte> _input = [];

    public ReadOnlySpan<byte> Next()
    {
        _input.Clear();
        _input.AddRange(fragments.Seeds[random.Below(fragments.Seeds.Count)]);
        for (int i = random.Below(MostChanges + 1); i > 0 && _input.Count > 0; i--) Change();
        return CollectionsMarshal.AsSpan(_input);
    }

    private void Change()
    {
        int at = random.Below(_input.Count);
        switch (random.Below(8))
        {
            case < 4:
                ChangeNumber(at);
                break;
            case 4:
                RemoveUpTo(at, (byte)',');
                break;
            case 5:
                CopyUpTo(at, (byte)',');
                break;
            case 6:
                _input.InsertRange(at, fragments.Pieces[random.Below(fragments.Pieces.Count)]);
                break;
            default:
                _input[at] = (byte)random.Below(256);
                break;
        }
    }

    private void ChangeNumber(int from)
    {
        int at = _input.FindIndex(from, value => value is >= (byte)'0' and <= (byte)'9');
        if (at < 0) return;
        int end = at;
        while (end < _input.Count && _input[end] is >= (byte)'0' and <= (byte)'9' or (byte)'.') end++;
        _input.RemoveRange(at, end - at);
        _input.InsertRange(at, Numbers[random.Below(Numbers.Length)]);
    }

    private void RemoveUpTo(int from, byte sign)
    {
        int start = _input.IndexOf(sign, from), end = start < 0 ? -1 : _input.IndexOf(sign, start + 1);
        if (end > start) _input.RemoveRange(start, end - start);
    }

    private void CopyUpTo(int from, byte sign)
    {
        int start = _input.IndexOf(sign, from), end = start < 0 ? -1 : _input.IndexOf(sign, start + 1);
        if (end > start) _input.InsertRange(end, _input[start..end]);
    }
}
