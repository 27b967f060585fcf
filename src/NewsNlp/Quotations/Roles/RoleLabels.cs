namespace NewsNlp.Quotations.Roles;

/// <summary>
/// The labels that the role network gives a token: no role, or first, inner, last token of a cue, a source or a content, or all
/// of one. A role is named by its first label; the others follow.
/// </summary>
internal static class RoleLabels
{
    /// <summary>No role.</summary>
    public const int None = 0;

    /// <summary>The first label of each role.</summary>
    public const int Cue = 1, Source = 5, Content = 9;

    /// <summary>What is added to a role for its first, inner and last token, and for its only one.</summary>
    public const int First = 0, Inner = 1, Last = 2, Only = 3;

    /// <summary>How many labels a role has.</summary>
    public const int PerRole = 4;

    /// <summary>How many labels there are.</summary>
    public const int Count = 13;
}
