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
}

/// <summary>A role or description that the article gives an entity: tokens, and the noun that says what.</summary>
internal readonly record struct RoleDraft(int Mention, int Start, int End, int Head, RolePlace Place);
