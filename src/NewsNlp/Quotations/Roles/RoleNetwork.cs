using NewsNlp.Models;

namespace NewsNlp.Quotations.Roles;

/// <summary>
/// A recurrent network that gives the tokens of a sentence their roles: gated recurrent units in both directions (Cho et al. 2014)
/// over what is known of each token, and a layer that turns their states into labels. Weights are 16-bit integers. Immutable, safe
/// for many threads.
/// </summary>
internal sealed class RoleNetwork
{
    /// <summary>The unit of inputs, states and weights: a number is so many times what it stands for.</summary>
    public const int Scale = 1 << 10;

    /// <summary>What one of a sum stands for.</summary>
    public const float SumUnit = 1f / ((float)Scale * Scale);

    /// <summary>How many sums a unit has: the gate that forgets, the gate that keeps, and what is new.</summary>
    public const int Gates = 3;

    /// <summary>The outputs of the last layer: a label each, and some without a meaning.</summary>
    public const int OutputWidth = 16;

    private const int MostUnits = 256;

    private RoleNetwork(SectionReader reader)
    {
        Tables = RoleTables.Read(reader);
        Units = reader.Int32(PairedWeights.OutputsMultiple, MostUnits, "the number of units");
        if (Units % PairedWeights.OutputsMultiple != 0 || Tables.Width % 2 != 0)
        {
            throw reader.Damaged($"there are {Units} units and {Tables.Width} inputs");
        }

        Inputs = PairedWeights.Read(reader, Tables.Width, 2 * Gates * Units);
        Forward = PairedWeights.Read(reader, Units, Gates * Units);
        Backward = PairedWeights.Read(reader, Units, Gates * Units);
        Outputs = PairedWeights.Read(reader, 2 * Units, OutputWidth);
    }

    /// <summary>What turns a token into numbers.</summary>
    public RoleTables Tables { get; }

    /// <summary>How many units each direction has.</summary>
    public int Units { get; }

    /// <summary>The weights from inputs to the sums of both directions.</summary>
    public PairedWeights Inputs { get; }

    /// <summary>The weights from the state before to the sums of the next token.</summary>
    public PairedWeights Forward { get; }

    /// <summary>The weights from the state behind to the sums of the token before.</summary>
    public PairedWeights Backward { get; }

    /// <summary>The weights from both states to the labels.</summary>
    public PairedWeights Outputs { get; }

    /// <summary>Reads a network; the reader stands behind it when this returns.</summary>
    public static RoleNetwork Read(SectionReader reader) => new(reader);
}
