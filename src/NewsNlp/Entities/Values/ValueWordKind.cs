namespace NewsNlp.Entities.Values;

/// <summary>What a word contributes to an expression of time or amount; the sections of <c>value-words.txt</c>.</summary>
internal enum ValueWordKind : byte
{
    None,

    /// <summary>one to nine, zero.</summary>
    Ones,

    /// <summary>ten to nineteen.</summary>
    Teens,

    /// <summary>twenty to ninety.</summary>
    Tens,

    /// <summary>hundred.</summary>
    Hundred,

    /// <summary>thousand, million, billion: written out, may follow digits or words.</summary>
    Magnitude,

    /// <summary>m, bn, k: only right behind digits.</summary>
    ShortMagnitude,

    /// <summary>dozen.</summary>
    Dozen,

    /// <summary>dozens, hundreds, thousands: a number of its own.</summary>
    Plural,

    /// <summary>first, second: never parts of a whole, and "second" may be a unit of time.</summary>
    EarlyOrdinal,

    /// <summary>third to ninetieth.</summary>
    Ordinal,

    /// <summary>st, nd, rd, th: only right behind digits.</summary>
    OrdinalSuffix,

    /// <summary>half.</summary>
    Half,

    /// <summary>quarter: a fraction only behind a number.</summary>
    Quarter,

    /// <summary>thirds, quarters, fifths: behind a number.</summary>
    Fraction,

    /// <summary>percent, pct.</summary>
    Percent,

    /// <summary>percentage: needs <see cref="Point"/> behind it.</summary>
    Percentage,

    /// <summary>point, points.</summary>
    Point,

    /// <summary>cent: needs "per" before it.</summary>
    Cent,

    /// <summary>per.</summary>
    Per,

    /// <summary>A unit of measure.</summary>
    Unit,

    /// <summary>A unit that may follow a larger one: feet and inches, hours and minutes.</summary>
    MinorUnit,

    /// <summary>A unit abbreviated so far that it counts only right behind digits.</summary>
    ShortUnit,

    /// <summary>square, cubic, metric: before a unit.</summary>
    UnitModifier,

    /// <summary>old, as in "37-year-old".</summary>
    Old,

    /// <summary>dollars, euros.</summary>
    Currency,

    /// <summary>USD, Rs: before or behind an amount, upper case as listed.</summary>
    CurrencyCode,

    Month,

    /// <summary>noon, midnight.</summary>
    Noon,

    /// <summary>am, pm.</summary>
    Meridiem,

    /// <summary>GMT, ET: capital letters only.</summary>
    Zone,

    /// <summary>clock, behind "o'".</summary>
    Clock,

    /// <summary>past.</summary>
    Past,

    /// <summary>a, an.</summary>
    Article,

    And,

    /// <summary>to: joins the ends of a range.</summary>
    To,

    /// <summary>of.</summary>
    Of,

    /// <summary>Words before "one" that make it a pronoun: no, any, each.</summary>
    Determiner,

    /// <summary>A word that a relative date may have as its head and that is nothing else: yesterday, weekend, summer, Christmas.</summary>
    DateWord,
}
