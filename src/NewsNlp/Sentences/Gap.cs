namespace NewsNlp.Sentences;

/// <summary>A gap between two tokens where a sentence can end.</summary>
/// <param name="Token">The token before the gap.</param>
/// <param name="Cell">What it looks like at a glance, see <see cref="GapCell"/>.</param>
/// <param name="Breaks">The line breaks in it; 2 stands for a blank line.</param>
/// <param name="Depth">Behind closing marks: how many tokens back the full stop is. Else 0.</param>
internal readonly record struct Gap(int Token, ushort Cell, byte Breaks, byte Depth);
