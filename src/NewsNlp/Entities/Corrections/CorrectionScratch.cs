namespace NewsNlp.Entities.Corrections;

/// <summary>The scratch memory of <see cref="NameCorrections"/>. One document at a time.</summary>
internal sealed class CorrectionScratch
{
    public MentionBuffer Persons { get; } = new();

    public MentionBuffer Bodies { get; } = new();

    public MentionBuffer KeptBodies { get; } = new();

    public HashSet<ulong> FamilyNames { get; } = [];

    /// <summary>What is found so far; each step reads one of the two and writes the other.</summary>
    public MentionBuffer Even { get; } = new();

    /// <inheritdoc cref="Even"/>
    public MentionBuffer Odd { get; } = new();

    public ShortNames ShortNames { get; } = new();

    public LoneNames LoneNames { get; } = new();

    public Acronyms Acronyms { get; } = new();

    /// <summary>Lets the growing of the lists be ended early.</summary>
    public void SetToken(CancellationToken cancellationToken)
    {
        Persons.CancellationToken = Bodies.CancellationToken = KeptBodies.CancellationToken = cancellationToken;
        Even.CancellationToken = Odd.CancellationToken = cancellationToken;
    }

    public void Trim(int capacity)
    {
        Persons.Trim(capacity);
        Bodies.Trim(capacity);
        KeptBodies.Trim(capacity);
        Trim(FamilyNames, capacity);
        ShortNames.Trim(capacity);
        LoneNames.Trim(capacity);
        Acronyms.Trim(capacity);
        Even.Trim(capacity);
        Odd.Trim(capacity);
    }

    /// <summary>Gives memory back after an unusually long document; what the set holds is gone then.</summary>
    internal static void Trim(HashSet<ulong> names, int capacity)
    {
        if (names.Capacity <= capacity) return;
        names.Clear();
        names.TrimExcess();
    }
}
