namespace NewsNlp.Tagging;

/// <summary>The words of a sentence: for each token the slot of a table that its word is in. Slot 0 is for what is outside.</summary>
internal readonly ref struct TaggerWords(ReadOnlySpan<TaggerWord> table, ReadOnlySpan<int> slots)
{
    private readonly ReadOnlySpan<TaggerWord> _table = table;
    private readonly ReadOnlySpan<int> _slots = slots;

    /// <summary>How many tokens there are.</summary>
    public int Count => _slots.Length;

    /// <summary>The word of a token; that for outside before the first and after the last.</summary>
    public ref readonly TaggerWord this[int position] =>
        ref _table[(uint)position < (uint)_slots.Length ? _slots[position] : 0];
}
