using NewsNlp.Lexicons;

namespace NewsNlp.Training.Coreference;

/// <summary>A pronoun of a text with what it may stand for.</summary>
/// <param name="Numbers">What describes each candidate, one candidate after the other.</param>
/// <param name="IsRight">For each candidate whether it means what the pronoun means.</param>
/// <param name="Gender">The pronoun's gender.</param>
/// <param name="HasEntity">Whether annotators say what it means.</param>
/// <param name="Pick">The candidate that was picked; -1 for none.</param>
internal sealed record PronounExample(float[] Numbers, bool[] IsRight, Gender Gender, bool HasEntity, int Pick);
