using NewsNlp.Quotations.Reading;
using NewsNlp.Quotations.Roles;

namespace NewsNlp.Quotations.Contents;

// What the role network says of a piece: how well it begins, ends and hangs together, and what stands beside it.
internal ref partial struct AttributionFeatures
{
    // More than these are not told apart.
    private const int MostHoles = 4;

    // Beyond those of probabilities.
    private const ulong UnknownOdds = 17;

    private readonly void AddRoles(TokenRange piece, int role, int template, int index, ref FeatureList f)
    {
        int s = piece.First, e = piece.End, last = e - 1;
        ulong begins = Odds(_roles.Begins(s, role)), ends = Odds(_roles.Ends(last, role));
        ulong before = Odds(_roles.Inside(s - 1, role)), behind = Odds(_roles.Inside(e, role));
        ulong mean = Odds(_roles.Mean(piece, role)), next = Class(e);
        var holes = role == RoleLabels.Content ? (ulong)(Math.Min(_roles.Holes(piece), MostHoles) + 1) : 0;
        var side = (s >= _cue.End ? 1ul : 0) + (index > 0 ? 2ul : 0);
        var quoted = (_quotations.Opens(s) ? 2ul : 0) + (_quotations.Closes(last) ? 1ul : 0);
        f.Add(template, begins);
        f.Add(template + 1, ends);
        f.Add(template + 2, side, begins, quoted);
        f.Add(template + 3, side, ends, quoted);
        f.Add(template + 4, holes, mean);
        f.Add(template + 5, mean);
        f.Add(template + 6, before);
        f.Add(template + 7, behind);
        f.Add(template + 8, begins, before);
        f.Add(template + 9, ends, behind);
        f.Add(template + 10, ends, next);
        f.Add(template + 11, begins, Class(s));
        f.Add(template + 12, behind, next);
        f.Add(template + 13, holes, side);
    }

    private static ulong Odds(double probability) => probability < 0 ? UnknownOdds : Bucket.Odds(probability);
}
