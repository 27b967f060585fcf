using System.Runtime.InteropServices;
using NewsNlp.Documents;
using NewsNlp.Features;
using NewsNlp.Threading;

namespace NewsNlp.Entities.Corrections;

/// <summary>
/// A name and the acronym that the article introduces for it, <c>Clean Rivers Act (CRA)</c>, are of one kind wherever they stand: that of the
/// full name where the model is rather sure of it, since its words tell, else the one that the model holds likeliest over all of them.
/// Rented and reused, not safe for threads.
/// </summary>
internal sealed class Acronyms
{
    private const float Sure = 0.65f;
    private const int LongestAcronym = 10;

    private readonly Dictionary<ulong, Kind> _kinds = [];
    private readonly Dictionary<(ulong Word, EntityLabel Label), float> _sums = [];

    /// <summary>Copies mentions, in order, and labels names and their acronyms alike.</summary>
    public void Mend(Document document, ReadOnlySpan<FoundMention> names, InterruptibleList<FoundMention> mended, CancellationToken cancellationToken)
    {
        var forms = new SentenceForms(document.Text, document.TokenLayer, document.TokenLayer.Count);
        _kinds.Clear();
        _sums.Clear();
        for (int i = 0; i + 1 < names.Length; i++)
        {
            if (i % 256 == 255) cancellationToken.ThrowIfCancellationRequested();
            if (Introduces(forms, names[i], names[i + 1])) Note(WordOf(forms, names[i + 1]), names[i], isFull: true);
        }

        for (int i = 0; i < names.Length && _kinds.Count > 0; i++)
        {
            if (i % 256 == 255) cancellationToken.ThrowIfCancellationRequested();
            if (names[i].TokenCount == 1 && CanBe(names[i].Label) && WordOf(forms, names[i]) is var word && _kinds.ContainsKey(word)) Note(word, names[i], isFull: false);
        }

        for (int i = 0; i < names.Length; i++)
        {
            if (i % 256 == 255) cancellationToken.ThrowIfCancellationRequested();
            var name = names[i];
            bool isKnown = _kinds.Count > 0 && CanBe(name.Label);
            mended.Add(
                isKnown && name.TokenCount == 1 && _kinds.TryGetValue(WordOf(forms, name), out var kind) ? name with { Label = kind.Label }
                : isKnown && i + 1 < names.Length && Introduces(forms, name, names[i + 1]) ? name with { Label = _kinds[WordOf(forms, names[i + 1])].Label }
                : name);
        }
    }

    /// <summary>Gives memory back after an unusually long document.</summary>
    public void Trim(int capacity)
    {
        if (_kinds.EnsureCapacity(0) <= capacity && _sums.EnsureCapacity(0) <= capacity) return;
        _kinds.Clear();
        _kinds.TrimExcess();
        _sums.Clear();
        _sums.TrimExcess();
    }

    private void Note(ulong word, FoundMention name, bool isFull)
    {
        ref var kind = ref CollectionsMarshal.GetValueRefOrAddDefault(_kinds, word, out _);
        if (kind.IsSure) return;
        ref float sum = ref CollectionsMarshal.GetValueRefOrAddDefault(_sums, (word, name.Label), out _);
        sum += name.Score;
        bool isSure = isFull && name.Score >= Sure;
        if (isSure || sum > kind.Sum) kind = new Kind(name.Label, sum, isSure);
    }

    /// <summary>Whether an acronym follows a name of two words or more in brackets, and begins as it does.</summary>
    private static bool Introduces(in SentenceForms forms, FoundMention name, FoundMention next)
    {
        if (name.TokenCount < 2 || !CanBe(name.Label) || next.TokenCount != 1 || next.FirstToken != name.EndToken + 1 || next.EndToken == forms.End
            || forms[name.EndToken] is not "(" || forms[next.EndToken] is not ")")
        {
            return false;
        }

        var acronym = forms[next.FirstToken];
        return acronym.Length is > 1 and <= LongestAcronym && char.IsUpper(acronym[0]) && acronym[1..].ContainsAnyInRange('A', 'Z')
            && acronym[0] == forms[name.FirstToken][0];
    }

    /// <summary>Whether such a name can have an acronym of its kind: people have initials.</summary>
    private static bool CanBe(EntityLabel label) =>
        label == EntityLabel.Organization || label == EntityLabel.Misc || label == EntityLabel.Location || label == EntityLabel.Facility || label == EntityLabel.Product;

    private static ulong WordOf(in SentenceForms forms, FoundMention name) => WordHash.Plain(forms[name.FirstToken]);

    /// <summary>What an acronym is as far as is known, and the sum of the scores that say so.</summary>
    private readonly record struct Kind(EntityLabel Label, float Sum, bool IsSure);
}
