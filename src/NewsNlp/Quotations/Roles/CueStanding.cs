using NewsNlp.Quotations.Cues;

namespace NewsNlp.Quotations.Roles;

/// <summary>
/// How far a candidate for a cue is to be believed before its source and content are sought: by the chain that found it and by the
/// role network together, of which neither alone parts what will be accepted from what will not as well. Acceptance is trained on
/// all candidates, so that it knows bad ones.
/// </summary>
internal static class CueStanding
{
    /// <summary>Below this a candidate is passed over: of all candidates one in seven, of those that would be accepted one in a thousand.</summary>
    public const double Hopeless = 0.01;

    /// <summary>
    /// The chain's probability times the geometric mean of the network's that a cue begins and that one ends where the candidate does;
    /// the chain's alone where the network did not look.
    /// </summary>
    public static double Of(Cue cue, RoleProbabilities roles)
    {
        double begins = roles.Begins(cue.First, RoleLabels.Cue), ends = roles.Ends(cue.End - 1, RoleLabels.Cue);
        return begins < 0 || ends < 0 ? cue.Probability : cue.Probability * Math.Sqrt(begins * ends);
    }
}
