using NewsNlp.Features;

namespace NewsNlp.Tagging;

/// <summary>What the tagger's features take from one token.</summary>
internal struct TaggerWord
{
    public ulong Exact;
    public ulong Plain;
    public ulong Shape;
    public ulong Suffix2;
    public ulong Suffix3;
    public WordClass Class;
    public int Tags;
    public bool Capital;
}
