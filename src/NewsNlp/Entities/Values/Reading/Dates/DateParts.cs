using NewsNlp.Documents.Values;

namespace NewsNlp.Entities.Values.Reading.Dates;

/// <summary>Where a period lies, seen from the day of writing.</summary>
internal enum DateRelation : byte
{
    None,

    /// <summary>last week.</summary>
    Previous,

    /// <summary>this week.</summary>
    This,

    /// <summary>next week.</summary>
    Next,
}

/// <summary>Whether what happens on a date has happened.</summary>
internal enum DateTense : byte
{
    Unknown,

    Behind,

    Ahead,
}

/// <summary>What the words of a date say, before it is looked for in the calendar. Null is: not said.</summary>
internal record struct DateParts
{
    public int? Year { get; set; }

    public int? Month { get; set; }

    public int? Day { get; set; }

    /// <summary>1 is Monday.</summary>
    public int? Weekday { get; set; }

    /// <summary>21 is spring.</summary>
    public int? Season { get; set; }

    /// <summary>199 is the 1990s.</summary>
    public int? Decade { get; set; }

    /// <summary>18 is the 19th century.</summary>
    public int? Century { get; set; }

    public int? Quarter { get; set; }

    public int? Half { get; set; }

    /// <summary>Days from the day of writing.</summary>
    public int? Offset { get; set; }

    public Holiday? Holiday { get; set; }

    public DateGranularity? Period { get; set; }

    /// <summary>How many periods.</summary>
    public int? Count { get; set; }

    public DateRelation Relation { get; set; }

    /// <summary>Whether it counts from the day of writing, and not in whole periods of the calendar: the past week.</summary>
    public bool IsRolling { get; set; }

    public bool IsAgo { get; set; }

    public bool IsHence { get; set; }

    /// <summary>Whether "earlier" or "later" was met.</summary>
    public bool HasSide { get; set; }

    /// <summary>Whether a part of a day was met: Thursday night.</summary>
    public bool HasPartOfDay { get; set; }

    /// <summary>How many of a year's months, from its start: the first nine months of 2022.</summary>
    public int? FirstMonths { get; set; }

    public DatePart Part { get; set; }

    /// <summary>Whether anything says which date it is.</summary>
    public readonly bool IsEmpty => this with { Part = DatePart.Whole, HasSide = false, HasPartOfDay = false } == default;

    /// <summary>Whether only a count and its period are known: two weeks.</summary>
    public readonly bool IsDuration => Count is not null && !IsAgo && !IsHence && Relation == DateRelation.None && !HasSide
        && this with { Count = null, Period = null, Part = DatePart.Whole, HasPartOfDay = false } == default;
}
