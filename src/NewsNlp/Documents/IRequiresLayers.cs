namespace NewsNlp.Documents;

/// <summary>
/// For a stage that reads more layers than its interface promises: building then refuses a
/// pipeline without them. Optional.
/// </summary>
public interface IRequiresLayers
{
    /// <summary>The layers that the stage reads.</summary>
    IReadOnlyCollection<Layer> Requires { get; }
}
