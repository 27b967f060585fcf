namespace NewsNlp.Quotations.Contents;

/// <summary>The labels of the content model, in its order, and what they say about a row of units.</summary>
internal static class ContentLabels
{
    public const int Outside = 0, Cue = 1, Source = 2, Content = 6, Count = 10;

    /// <summary>Added to <see cref="Source"/> and <see cref="Content"/>: the first, an inner, the last, the only unit of a piece.</summary>
    public const int First = 0, Inner = 1, Last = 2, Only = 3;

    /// <summary>A bit for every label but the cue's.</summary>
    public const ulong AllButCue = ~(1ul << Cue);

    /// <summary>The bit of the cue's label.</summary>
    public const ulong CueAlone = 1ul << Cue;

    /// <summary>Adds the pieces of one role to a list, as tokens.</summary>
    public static void AddPieces(ReadOnlySpan<byte> labels, int role, UnitWindow window, List<TokenRange> pieces)
    {
        var first = -1;
        for (var i = 0; i < labels.Length; i++)
        {
            switch (labels[i] - role)
            {
                case Only:
                    pieces.Add(new TokenRange(window.First[i], window.End[i]));
                    break;
                case First:
                    first = i;
                    break;
                case Last when first >= 0:
                    pieces.Add(new TokenRange(window.First[first], window.End[i]));
                    first = -1;
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Labels the units from <paramref name="first"/> up to <paramref name="end"/> as one piece of a role.</summary>
    public static void SetPiece(Span<byte> labels, int first, int end, int role)
    {
        if (end - first == 1)
        {
            labels[first] = (byte)(role + Only);
            return;
        }

        labels[first] = (byte)(role + First);
        labels[(first + 1)..(end - 1)].Fill((byte)(role + Inner));
        labels[end - 1] = (byte)(role + Last);
    }
}
