namespace NewsNlp.Entities.Corrections;

/// <summary>What the names of an article say of one word.</summary>
internal struct NameUse
{
    /// <summary>The sum of the scores of lone mentions of it as a person, and as an organization.</summary>
    public float AsPerson, AsOrganization;

    /// <summary>Whether somebody's full name begins with it, and whether one ends with it.</summary>
    public bool IsGivenName, IsFamilyName;

    /// <summary>Whether somebody is called by it behind a title.</summary>
    public bool IsTitled;

    /// <summary>Whether it is a company's name but for the legal form, or the agency of a dateline.</summary>
    public bool IsCompany;

    /// <summary>Whether it is a company's name but for what that does: <c>Lumo</c> of <c>Lumo Airways</c>.</summary>
    public bool IsTrading;

    /// <summary>Whether a company's full name, of however many words, begins with it.</summary>
    public bool BeginsCompany;

    /// <summary>Whether it stands alone where places do.</summary>
    public bool IsPlace;

    /// <summary>Whether something lies in it, or a longer name of a place begins with it.</summary>
    public bool HoldsSomething;

    /// <summary>Whether a storm has it.</summary>
    public bool IsStorm;

    /// <summary>Whether the article knows somebody by it.</summary>
    public readonly bool IsPartOfPerson => IsGivenName || IsFamilyName || IsTitled;
}
