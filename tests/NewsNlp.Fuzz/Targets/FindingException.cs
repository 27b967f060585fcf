namespace NewsNlp.Fuzz.Targets;

/// <summary>The library did on an input what it promises never to do.</summary>
public sealed class FindingException(string message) : Exception(message);
