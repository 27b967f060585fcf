using NewsNlp.Documents;

namespace NewsNlp.Entities.Recognition;

/// <summary>
/// The chain's labels: 0 is outside; then, for each kind of entity, begin, inside, end and single (BIOES).
/// </summary>
internal static class ChainLabels
{
    /// <summary>Outside of any mention.</summary>
    public const int Outside = 0;

    /// <summary>Labels for each kind.</summary>
    public const int PerKind = 4;

    private const int Begin = 0;
    private const int Inside = 1;
    private const int End = 2;
    private const int Single = 3;

    /// <summary>The kinds of entities of news articles, in the order of their labels; a model may have others: <see cref="LabelScheme"/>.</summary>
    public static IReadOnlyList<EntityLabel> Kinds { get; } =
    [
        EntityLabel.Person, EntityLabel.Organization, EntityLabel.Location, EntityLabel.Facility, EntityLabel.NORP,
        EntityLabel.Product, EntityLabel.Misc, EntityLabel.Date, EntityLabel.Money,
    ];

    /// <summary>How many labels so many kinds have.</summary>
    public static int CountFor(int kinds) => 1 + kinds * PerKind;

    /// <summary>The kind that a label is of; -1 for <see cref="Outside"/>.</summary>
    public static int KindOf(int label) => (label + PerKind - 1) / PerKind - 1;

    /// <summary>Whether a mention starts at a label.</summary>
    public static bool Starts(int label) => label != Outside && (label - 1) % PerKind is Begin or Single;

    /// <summary>Whether a mention ends at a label.</summary>
    public static bool Ends(int label) => label != Outside && (label - 1) % PerKind is End or Single;

    /// <summary>The label at <paramref name="position"/> of a mention of <paramref name="length"/> tokens.</summary>
    public static int Of(int kind, int position, int length)
    {
        int part = length == 1 ? Single : position == 0 ? Begin : position == length - 1 ? End : Inside;
        return 1 + kind * PerKind + part;
    }
}
