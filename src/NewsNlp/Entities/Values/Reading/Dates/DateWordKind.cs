namespace NewsNlp.Entities.Values.Reading.Dates;

/// <summary>What a word contributes to a date; the sections of <c>date-words.txt</c>.</summary>
internal enum DateWordKind : byte
{
    None,

    Month,

    Weekday,

    Season,

    /// <summary>today, tomorrow.</summary>
    RelativeDay,

    /// <summary>morning, night.</summary>
    PartOfDay,

    /// <summary>day, week, year.</summary>
    Period,

    /// <summary>half, of a year.</summary>
    Half,

    /// <summary>last.</summary>
    Previous,

    /// <summary>past: counts back from the day of writing.</summary>
    Past,

    Next,

    This,

    Ago,

    /// <summary>earlier, later.</summary>
    Side,

    /// <summary>now, hence: behind a count.</summary>
    Hence,

    Start,

    Middle,

    End,

    Filler,

    /// <summary>twenties to nineties.</summary>
    Decade,

    /// <summary>Tells that a date lies ahead.</summary>
    Ahead,

    /// <summary>Tells that a date lies behind.</summary>
    Behind,

    /// <summary>Tells that a participle behind it is yet to come.</summary>
    Coming,
}
