namespace NewsNlp.Sentences;

/// <summary>A gap between two tokens where a sentence can end.</summary>
/// <param name="Token">The token before the gap.</param>
/// <param name="Look">What it looks like at a glance, a <see cref="GapCell"/>, and above its bits what the table says of that.</param>
/// <param name="Breaks">The line breaks in it; 2 stands for a blank line.</param>
/// <param name="Depth">Behind closing marks: how many tokens back the full stop is. Else 0, and before a blank line.</param>
internal readonly record struct Gap(int Token, ushort Look, byte Breaks, byte Depth)
{
    /// <summary>Makes a gap.</summary>
    /// <param name="token">The token before it.</param>
    /// <param name="cell">Its cell.</param>
    /// <param name="glance">What the table says of the cell.</param>
    /// <param name="breaks">The line breaks in it, 2 at most.</param>
    /// <param name="depth">Behind closing marks: how many tokens back the full stop is.</param>
    public static Gap Of(int token, int cell, Boundary glance, int breaks, int depth)
    {
        // A blank line ends every sentence, whatever stands before it.
        var isBlank = breaks >> 1;
        var look = cell | (((int)glance | (isBlank * (int)Boundary.ByWord)) << GapCell.Bits);
        return new Gap(token, (ushort)(look ^ (isBlank << GapCell.Bits)), (byte)breaks, (byte)(depth & (isBlank - 1)));
    }

    /// <summary>Its cell.</summary>
    public ushort Cell => (ushort)(Look & (GapCell.Count - 1));

    /// <summary>
    /// What is known of it at a glance: whether a sentence ends here, where that is <see cref="Boundary.Yes"/> or
    /// <see cref="Boundary.No"/>; else it must be looked at.
    /// </summary>
    public Boundary Glance => (Boundary)(Look >> GapCell.Bits);

    /// <summary>The same gap with something else known of it.</summary>
    public Gap With(Boundary glance) => Of(Token, Cell, glance, Breaks, Depth);
}
