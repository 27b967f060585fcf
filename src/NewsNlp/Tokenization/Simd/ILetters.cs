namespace NewsNlp.Tokenization.Simd;

/// <summary>A window's units in small letters.</summary>
internal interface ILetters
{
    /// <summary>Where a letter stands.</summary>
    ulong Find(char letter);
}
