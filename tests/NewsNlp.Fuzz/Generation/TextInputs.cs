using System.Runtime.InteropServices;

namespace NewsNlp.Fuzz.Generation;

/// <summary>
/// Makes inputs: slices of seeds and runs of pieces, changed a few times each. Most are short, so that there are many of them: a rule sees
/// a few words at a time; some are long enough for a tokenizer's vectors and for all stages, a few have thousands of words.
/// </summary>
internal sealed class TextInputs(Fragments fragments, SplitMix random) : IInputGenerator
{
    private static readonly Size Short = new(LongestSlice: 40, MostParts: 2, MostPieces: 5, MostChanges: 3, LongestInput: 96);
    private static readonly Size Usual = new(LongestSlice: 160, MostParts: 3, MostPieces: 12, MostChanges: 6, LongestInput: 400);
    private static readonly Size Long = Usual with { LongestInput = 6000 };

    private readonly List<byte> _input = [];

    public ReadOnlySpan<byte> Next()
    {
        _input.Clear();
        _input.Add((byte)random.Below(256));
        var size = random.Below(2000) switch { 0 => Long, < 100 => Usual, _ => Short };
        int parts = 1 + random.Below(size.MostParts);
        for (int i = 0; i < parts; i++)
        {
            if (random.Below(3) == 0) AddPieces(1 + random.Below(size.MostPieces));
            else AddSlice(size.LongestSlice);
        }

        int changes = random.Below(size.MostChanges + 1);
        for (int i = 0; i < changes; i++) Change();
        if (_input.Count > size.LongestInput) _input.RemoveRange(size.LongestInput, _input.Count - size.LongestInput);
        return Span;
    }

    private ReadOnlySpan<byte> Span => CollectionsMarshal.AsSpan(_input);

    private void AddSlice(int longest)
    {
        var seed = fragments.Seeds[random.Below(fragments.Seeds.Count)];
        if (seed.Length == 0) return;
        int start = random.Below(seed.Length), length = 1 + random.Below(Math.Min(longest, seed.Length - start));
        _input.AddRange(seed.AsSpan(start, length));
    }

    private void AddPieces(int count)
    {
        for (int i = 0; i < count; i++)
        {
            _input.AddRange(Piece);
            if (random.Below(2) == 0) _input.Add((byte)' ');
        }
    }

    private byte[] Piece => fragments.Pieces[random.Below(fragments.Pieces.Count)];

    private void Change()
    {
        int at = random.Below(_input.Count + 1);
        switch (random.Below(10))
        {
            case < 4:
                _input.InsertRange(at, Piece);
                break;
            case 4:
                int cut = Math.Min(1 + random.Below(20), _input.Count - at);
                _input.RemoveRange(at, Math.Max(cut, 0));
                break;
            case 5:
                int length = Math.Min(1 + random.Below(40), _input.Count - at);
                if (length > 0) _input.InsertRange(random.Below(_input.Count + 1), Span.Slice(at, length).ToArray());
                break;
            case 6 when at < _input.Count:
                _input[at] ^= (byte)(1 << random.Below(8));
                break;
            case 7 when at < _input.Count:
                _input[at] = (byte)random.Below(256);
                break;
            case 8 when random.Below(40) == 0:
                var piece = Piece;
                for (int count = 1 + random.Below(1500); count > 0; count--) _input.InsertRange(at, piece);
                break;
            case 9 when at < _input.Count && char.IsAsciiLetter((char)_input[at]):
                _input[at] ^= 0x20;
                break;
            default:
                _input.Insert(at, (byte)' ');
                break;
        }
    }

    private readonly record struct Size(int LongestSlice, int MostParts, int MostPieces, int MostChanges, int LongestInput);
}
