namespace NewsNlp.Fuzz.Targets;

/// <summary>One way into the library, fed with any bytes. For one thread at a time.</summary>
public interface IFuzzTarget
{
    /// <summary>The name on the command line and of the folder of its corpus.</summary>
    string Name { get; }

    /// <summary>What its inputs look like, so that most of them get past the first check.</summary>
    InputForm Form { get; }

    /// <summary>Runs the library on an input and checks what comes out.</summary>
    /// <exception cref="FindingException">The library broke a promise. Any other exception is a finding as well.</exception>
    void Run(ReadOnlySpan<byte> input);
}
