using NewsNlp.Fuzz.Targets;

namespace NewsNlp.Fuzz.Generation;

/// <summary>Picks the generator that fits a target.</summary>
public static class InputGenerators
{
    /// <summary>A generator for a target's form of inputs.</summary>
    public static IInputGenerator For(IFuzzTarget target, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(target);
        var random = new SplitMix(seed);
        return target.Form switch
        {
            InputForm.Text => new TextInputs(Fragments.For(target), random),
            InputForm.Json => new JsonInputs(Fragments.For(target), random),
            _ => new EditInputs(random),
        };
    }
}
