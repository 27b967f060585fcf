namespace NewsNlp.Documents;

/// <summary>What the caller knows of an article beside its text.</summary>
/// <param name="Id">The caller's own name for it; null where there is none.</param>
/// <param name="Published">The day of publication, against which dates in the text are read; null where unknown.</param>
public readonly record struct DocumentMetadata(string? Id = null, DateOnly? Published = null);
