using System.Collections.Frozen;
using System.Runtime.InteropServices;
using NewsNlp.Documents;
using NewsNlp.Features;

namespace NewsNlp.Entities.Corrections;

/// <summary>What the names of an article say of their first and last words. Rented and reused, not safe for threads.</summary>
internal sealed class NameUses
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _forms = CorrectionLists.Read("legal-forms");
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _trades = CorrectionLists.Read("trades");
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _titles = CorrectionLists.Read("titles-before-names");
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _offices = CorrectionLists.Read("offices-addressed");

    private readonly Dictionary<ulong, NameUse> _uses = [];

    /// <summary>What is said of a word; nothing where no name was noted that begins or ends with it.</summary>
    public NameUse this[ReadOnlySpan<char> word] => _uses.GetValueOrDefault(WordHash.Plain(word));

    /// <summary>Forgets the article before and notes the names of this one.</summary>
    public void Read(Document document, ReadOnlySpan<FoundMention> names, CancellationToken cancellationToken)
    {
        var forms = new SentenceForms(document.Text, document.TokenLayer, document.TokenLayer.Count);
        _uses.Clear();
        for (int i = 0; i < names.Length; i++)
        {
            if (i % 256 == 255) cancellationToken.ThrowIfCancellationRequested();
            var label = names[i].Label;
            if (label == EntityLabel.Person) NotePerson(forms, names[i]);
            else if (label == EntityLabel.Location) NotePlace(forms, names[i]);
            else if (label == EntityLabel.Organization) NoteBody(document, forms, names[i]);
        }
    }

    /// <summary>Whether a name stands behind a title or an office: <c>Mr Varga</c>, <c>President Varga</c>.</summary>
    public bool IsTitled(in SentenceForms forms, int token) => token > 0 && (_titles.Contains(forms[token - 1]) || _offices.Contains(forms[token - 1]));

    /// <summary>Gives memory back after an unusually long document.</summary>
    public void Trim(int capacity)
    {
        if (_uses.EnsureCapacity(0) <= capacity) return;
        _uses.Clear();
        _uses.TrimExcess();
    }

    /// <summary><c>Storm Ilona</c>, or <c>Ilona</c> behind <c>the tropical storm</c>.</summary>
    public static bool IsStorm(in SentenceForms forms, FoundMention name) => name.Label == EntityLabel.Person && name.TokenCount switch
    {
        1 => name.FirstToken > 0 && NameContext.IsStorm(forms[name.FirstToken - 1]),
        2 => NameContext.IsStorm(forms[name.FirstToken]),
        _ => false,
    };

    private void NotePerson(in SentenceForms forms, FoundMention name)
    {
        if (IsStorm(forms, name))
        {
            Of(forms[name.EndToken - 1]).IsStorm = true;
        }
        else if (name.TokenCount > 1)
        {
            Of(forms[name.FirstToken]).IsGivenName = true;
            Of(forms[name.EndToken - 1]).IsFamilyName = true;
        }
        else
        {
            ref var use = ref Of(forms[name.FirstToken]);
            use.AsPerson += name.Score;
            use.IsTitled |= IsTitled(forms, name.FirstToken);
        }
    }

    private void NotePlace(in SentenceForms forms, FoundMention name)
    {
        bool isLone = name.TokenCount == 1;
        ref var use = ref Of(forms[name.FirstToken]);
        use.IsPlace |= isLone && NameContext.IsBehindPreposition(forms, name.FirstToken);
        use.HoldsSomething |= !isLone || NameContext.IsInside(forms, name.FirstToken);
    }

    private void NoteBody(Document document, in SentenceForms forms, FoundMention name)
    {
        ref var use = ref Of(forms[name.FirstToken]);
        if (name.TokenCount == 1)
        {
            use.AsOrganization += name.Score;
            use.IsCompany |= DatelineAgencies.Is(document.Text, document.TokenLayer, name);
            return;
        }

        var last = forms[name.EndToken - 1];
        bool hasForm = _forms.Contains(last), hasTrade = _trades.Contains(last);
        use.BeginsCompany |= hasForm || hasTrade;
        use.IsCompany |= hasForm && name.TokenCount == 2;
        use.IsTrading |= hasTrade && name.TokenCount == 2;
    }

    private ref NameUse Of(ReadOnlySpan<char> word) => ref CollectionsMarshal.GetValueRefOrAddDefault(_uses, WordHash.Plain(word), out _);
}
