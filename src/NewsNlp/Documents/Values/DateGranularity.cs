namespace NewsNlp.Documents.Values;

/// <summary>How exactly an expression names a date.</summary>
public enum DateGranularity : byte
{
    /// <summary>A day.</summary>
    Day,

    /// <summary>A Saturday and Sunday.</summary>
    Weekend,

    /// <summary>A week, from Monday to Sunday.</summary>
    Week,

    /// <summary>A month of the calendar.</summary>
    Month,

    /// <summary>Three months of the calendar.</summary>
    Quarter,

    /// <summary>Spring, summer, autumn or winter; which months that is depends on the place.</summary>
    Season,

    /// <summary>A year of the calendar.</summary>
    Year,

    /// <summary>Ten years: "the 1990s".</summary>
    Decade,

    /// <summary>A hundred years: "the 19th century".</summary>
    Century,

    /// <summary>Six months of the calendar: "the first half of 2023".</summary>
    HalfYear,
}
