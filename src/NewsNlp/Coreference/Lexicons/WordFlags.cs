namespace NewsNlp.Coreference.Lexicons;

/// <summary>What a word can be, as far as the word lists say.</summary>
[Flags]
internal enum WordFlags
{
    /// <summary>Nothing that the lists know.</summary>
    None = 0,

    /// <summary>A personal or relative pronoun.</summary>
    Pronoun = 1,

    /// <summary>A title before a name: <c>Mr</c>, <c>Gen.</c></summary>
    Title = 2,

    /// <summary>A title that is a role as well: <c>Gen.</c></summary>
    RoleTitle = 4,

    /// <summary>What a person does or is: <c>minister</c>, <c>nurse</c>.</summary>
    Role = 8,

    /// <summary>Another noun for a person: <c>man</c>, <c>wife</c>, <c>people</c>.</summary>
    Person = 16,

    /// <summary>A noun that ties a person to another: <c>wife</c>.</summary>
    Family = 32,

    /// <summary>A noun for an organization: <c>union</c>.</summary>
    Organization = 64,

    /// <summary>A noun for a company: <c>firm</c>.</summary>
    Company = 128,

    /// <summary>A noun for a place: <c>village</c>.</summary>
    Place = 256,

    /// <summary>A noun for a country: <c>nation</c>.</summary>
    Country = 512,

    /// <summary>A noun for a town: <c>city</c>.</summary>
    Town = 1024,

    /// <summary>A word before a role: <c>former</c>, <c>deputy</c>.</summary>
    RoleModifier = 2048,

    /// <summary>The end of a company's full name: <c>Inc</c>, <c>Group</c>.</summary>
    Suffix = 4096,

    /// <summary>A plural form.</summary>
    Plural = 8192,

    /// <summary>Of a family name that stands first: <c>Kim</c>.</summary>
    FamilyNameFirst = 16384,

    /// <summary>A noun that hardly ever comes back: <c>year</c>, <c>lot</c>.</summary>
    NoEntity = 32768,

    /// <summary>A title that stands before the given name: <c>Sir</c>, <c>Sister</c>.</summary>
    GivenNameTitle = 65536,

    /// <summary>Any noun for a person.</summary>
    AnyPerson = Role | Person,

    /// <summary>Any noun that the lists know.</summary>
    AnyNoun = Role | Person | Organization | Place,
}
