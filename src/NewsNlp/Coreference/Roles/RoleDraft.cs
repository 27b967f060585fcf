namespace NewsNlp.Coreference.Roles;

/// <summary>Where a role stands; in the order of preference.</summary>
internal enum RolePlace : byte
{
    /// <summary>Before the name: <c>Foreign Minister Ivo Petrik</c>.</summary>
    Title,

    /// <summary>Beside the name, between commas: <c>Ann Lee, a nurse from Leeds,</c>.</summary>
    Apposition,

    /// <summary>Behind a verb: <c>Ann Lee is a nurse</c>.</summary>
    Predicate,

    /// <summary>Whose relative somebody is, beside the name: <c>her brother, Bo Ray,</c>.</summary>
    Family,
}

/// <summary>A role or description that the article gives an entity: tokens, and the noun that says what.</summary>
/// <param name="Mention">The name that bears it.</param>
/// <param name="Start">Its first token.</param>
/// <param name="End">The token behind its last.</param>
/// <param name="Head">Its noun.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="IsHonorific">A form of address more than a role: <c>the Right Reverend</c>.</param>
internal readonly record struct RoleDraft(int Mention, int Start, int End, int Head, RolePlace Place, bool IsHonorific = false);
