namespace NewsNlp.Fuzz.Generation;

/// <summary>Makes inputs, the same ones for the same seed. For one thread.</summary>
public interface IInputGenerator
{
    /// <summary>The next input; good until the next call.</summary>
    ReadOnlySpan<byte> Next();
}
