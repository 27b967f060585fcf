using System.Runtime.InteropServices;
using NewsNlp.Catalyst.Reading;
using NewsNlp.Documents;

namespace NewsNlp.Catalyst.Writing;

/// <summary>A token on its way from Catalyst's to the document's.</summary>
/// <param name="Start">Its first code unit in the text.</param>
/// <param name="End">The one behind its last.</param>
/// <param name="Raw">The index of Catalyst's token; -1 for one that Catalyst lost.</param>
/// <param name="Sentence">The index of its sentence in the Catalyst document; -1 for none.</param>
/// <param name="Tag">Its part of speech; null for none.</param>
/// <param name="Lemma">Its dictionary form; null for its own characters.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Piece(int Start, int End, int Raw, int Sentence, Upos? Tag, string? Lemma)
{
    public static Piece Of(in RawToken token, int index) =>
        new(token.Start, token.End, index, token.Sentence, token.Tag, token.Lemma);
}
