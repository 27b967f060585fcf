using System.Collections.Frozen;
using NewsNlp.Documents;
using NewsNlp.Features;

namespace NewsNlp.Entities.Corrections;

/// <summary>
/// Short names are read as the full ones of the same article: a lone <c>Lumo</c> that the model took for a person or a place is the company
/// of <c>Lumo Inc.</c>, unless a person bears that name (<c>Lars Lumo</c>) or it lies in the place (<c>in Lumo</c>), and so
/// is the agency of a dateline (<c>(Lumo) -</c>); a lone <c>Lumo</c> that it took so is the company of <c>Lumo Airways</c> where
/// nothing in the article lies there; a lone <c>Rico</c> that it took for a place is the person of <c>Rico Vale</c>, unless it stands where
/// places do (<c>in Rico</c>). Rented and reused, not safe for threads.
/// </summary>
internal sealed class ShortNames
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _forms = CorrectionLists.Read("legal-forms");

    // What is likelier to be named after a place than those are.
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _trades = CorrectionLists.Read("trades");

    private readonly HashSet<ulong> _companies = [];
    private readonly HashSet<ulong> _trading = [];
    private readonly HashSet<ulong> _givenNames = [];

    /// <summary>Copies mentions, in order, and labels the short names of the document's companies.</summary>
    public void Mend(Document document, ReadOnlySpan<FoundMention> names, MentionBuffer mended, CancellationToken cancellationToken)
    {
        _companies.Clear();
        _trading.Clear();
        _givenNames.Clear();
        for (int i = 0; i < names.Length; i++)
        {
            if (i % 256 == 255) cancellationToken.ThrowIfCancellationRequested();
            var name = names[i];
            if (name.TokenCount == 2 && name.Label == EntityLabel.Organization)
            {
                var last = Form(document, name.EndToken - 1);
                if (_forms.Contains(last)) _companies.Add(WordHash.Plain(Form(document, name.FirstToken)));
                else if (_trades.Contains(last)) _trading.Add(WordHash.Plain(Form(document, name.FirstToken)));
            }
            else if (name.TokenCount == 1 && name.Label == EntityLabel.Organization && DatelineAgencies.Is(document.Text, document.TokenLayer, name))
            {
                _companies.Add(WordHash.Plain(Form(document, name.FirstToken)));
            }
            else if (name.TokenCount > 1 && name.Label == EntityLabel.Person)
            {
                _givenNames.Add(WordHash.Plain(Form(document, name.FirstToken)));
            }
        }

        LeaveOutOthers(document, names, cancellationToken);
        for (int i = 0; i < names.Length; i++)
        {
            if (i % 256 == 255) cancellationToken.ThrowIfCancellationRequested();
            var name = names[i];
            mended.Add(name.TokenCount == 1 && LabelOf(document, name) is { } label ? name with { Label = label } : name);
        }
    }

    /// <summary>Gives memory back after an unusually long document.</summary>
    public void Trim(int capacity)
    {
        CorrectionScratch.Trim(_companies, capacity);
        CorrectionScratch.Trim(_trading, capacity);
        CorrectionScratch.Trim(_givenNames, capacity);
    }

    private void LeaveOutOthers(Document document, ReadOnlySpan<FoundMention> names, CancellationToken cancellationToken)
    {
        for (int i = 0; i < names.Length && _companies.Count + _trading.Count > 0; i++)
        {
            if (i % 256 == 255) cancellationToken.ThrowIfCancellationRequested();
            var name = names[i];
            if (name.Label == EntityLabel.Person && name.TokenCount > 1)
            {
                ulong last = WordHash.Plain(Form(document, name.EndToken - 1));
                _companies.Remove(last);
                _trading.Remove(last);
            }
            else if (name.Label == EntityLabel.Location && (name.TokenCount > 1 || IsInside(document, name.FirstToken)))
            {
                _trading.Remove(WordHash.Plain(Form(document, name.FirstToken)));
            }
        }
    }

    private EntityLabel? LabelOf(Document document, FoundMention name)
    {
        bool isPlace = name.Label == EntityLabel.Location;
        if ((!isPlace && name.Label != EntityLabel.Person) || _companies.Count + _trading.Count + _givenNames.Count == 0) return null;
        ulong word = WordHash.Plain(Form(document, name.FirstToken));
        if (!isPlace && name.FirstToken > 0 && Form(document, name.FirstToken - 1) is "Mr" or "Mr." or "Mrs" or "Mrs." or "Ms" or "Ms." or "Miss" or "Dr" or "Dr." or "Sir") return null;
        return _companies.Contains(word) && !(isPlace && IsInside(document, name.FirstToken)) ? EntityLabel.Organization
            : _trading.Contains(word) && !(isPlace && IsBehindPreposition(document, name.FirstToken)) ? EntityLabel.Organization
            : isPlace && char.IsLower(Form(document, name.FirstToken)[^1]) && _givenNames.Contains(word) && !IsBehindPreposition(document, name.FirstToken) ? EntityLabel.Person
            : null;
    }

    // What lies in a company is no place; it has much "of" it, "to" it and "from" it.
    private static bool IsInside(Document document, int token) =>
        token > 0 && Form(document, token - 1) is "in" or "In" or "near" or "across" or "outside" or "around";

    private static bool IsBehindPreposition(Document document, int token) =>
        token > 0 && Form(document, token - 1) is "in" or "In" or "at" or "to" or "from" or "From" or "of" or "near" or "across" or "outside" or "around" or "the" or ",";

    private static ReadOnlySpan<char> Form(Document document, int token) =>
        document.TokenLayer.Span(token).Of(document.Text);
}
