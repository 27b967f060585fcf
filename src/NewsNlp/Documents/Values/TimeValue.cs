namespace NewsNlp.Documents.Values;

/// <summary>A time of day: "5:30pm", "noon", "17:00 GMT", "half past six".</summary>
/// <param name="Time">
/// The time of day. Where the text leaves open which half of the day it means ("six o'clock"), the one before noon.
/// </param>
/// <param name="Zone">The time zone as the text abbreviates it ("GMT", "ET"), "local" for local time; null where it names none.</param>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public sealed record TimeValue(TimeOnly Time, string? Zone = null) : MentionValue;
