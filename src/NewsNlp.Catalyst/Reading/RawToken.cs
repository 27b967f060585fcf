using System.Runtime.InteropServices;
using NewsNlp.Documents;

namespace NewsNlp.Catalyst.Reading;

/// <summary>A token as Catalyst has it, half open, in UTF-16 code units of the caller's text.</summary>
/// <param name="Start">Its first code unit.</param>
/// <param name="End">The one behind its last.</param>
/// <param name="Sentence">The index of its span in the Catalyst document.</param>
/// <param name="Tag">Its part of speech; null where Catalyst's tagger did not run.</param>
/// <param name="Lemma">Its dictionary form.</param>
/// <param name="Replacement">What Catalyst put in place of the text; null where it is the text.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RawToken(int Start, int End, int Sentence, Upos? Tag, string Lemma, string? Replacement);
