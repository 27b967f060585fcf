namespace Catalyst.Models;

/// <summary>The package of the English model, which has to be registered before a pipeline can be made.</summary>
public static class English
{
    internal static bool IsRegistered { get; private set; }

    public static void Register() => IsRegistered = true;
}
