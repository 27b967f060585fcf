namespace NewsNlp.Training;

/// <summary>Something that the person at the terminal can put right: a missing file, a bad configuration, a wrong name.</summary>
internal sealed class TrainingException(string message) : Exception(message);
