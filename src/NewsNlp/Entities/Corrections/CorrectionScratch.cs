using NewsNlp.Threading;

namespace NewsNlp.Entities.Corrections;

/// <summary>The scratch memory of <see cref="NameCorrections"/>. One document at a time.</summary>
internal sealed class CorrectionScratch
{
    public InterruptibleList<FoundMention> Persons { get; } = new();

    public InterruptibleList<FoundMention> Bodies { get; } = new();

    public InterruptibleList<FoundMention> KeptBodies { get; } = new();

    public HashSet<ulong> FamilyNames { get; } = [];

    /// <summary>What is found so far; each step reads one of the two and writes the other.</summary>
    public InterruptibleList<FoundMention> Even { get; } = new();

    /// <inheritdoc cref="Even"/>
    public InterruptibleList<FoundMention> Odd { get; } = new();

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
        LoneNames.Trim(capacity);
        Acronyms.Trim(capacity);
        Even.Trim(capacity);
        Odd.Trim(capacity);
    }

    /// <summary>Gives memory back after an unusually long document; what the set holds is gone then.</summary>
    private static void Trim(HashSet<ulong> names, int capacity)
    {
        if (names.Capacity <= capacity) return;
        names.Clear();
        names.TrimExcess();
    }
}
