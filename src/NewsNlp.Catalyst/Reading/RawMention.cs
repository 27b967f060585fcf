using System.Runtime.InteropServices;
using NewsNlp.Documents;

namespace NewsNlp.Catalyst.Reading;

/// <summary>An entity as Catalyst has it, by the indices of its first and last tokens.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RawMention(int First, int Last, EntityLabel Label);
