using System.Collections.Frozen;
using NewsNlp.Documents;
using NewsNlp.Features;
using NewsNlp.Lexicons;

namespace NewsNlp.Entities.Corrections;

/// <summary>
/// A company that the article names in full, <c>Lumo Inc.</c>, is the company where it stands without its legal form: a lone <c>Lumo</c> that the
/// model took for a person or a place is a body, unless a person of the article bears that name (<c>Lars Lumo</c>). Rented and reused, not safe for threads.
/// </summary>
internal sealed class CompanyShortNames
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _forms =
        EmbeddedLines.ReadSet("Entities/Corrections/Resources/legal-forms.txt", StringComparer.Ordinal);

    private readonly HashSet<ulong> _companies = [];

    /// <summary>Copies mentions, in order, and labels the short names of the document's companies.</summary>
    public void Mend(Document document, ReadOnlySpan<FoundMention> names, MentionBuffer mended, CancellationToken cancellationToken)
    {
        _companies.Clear();
        for (int i = 0; i < names.Length; i++)
        {
            if (i % 256 == 255) cancellationToken.ThrowIfCancellationRequested();
            var name = names[i];
            if (name.TokenCount == 2 && name.Label == EntityLabel.Organization && _forms.Contains(Form(document, name.EndToken - 1)))
            {
                _companies.Add(WordHash.Plain(Form(document, name.FirstToken)));
            }
        }

        for (int i = 0; i < names.Length && _companies.Count > 0; i++)
        {
            if (i % 256 == 255) cancellationToken.ThrowIfCancellationRequested();
            if (names[i].Label == EntityLabel.Person && names[i].TokenCount > 1) _companies.Remove(WordHash.Plain(Form(document, names[i].EndToken - 1)));
        }

        for (int i = 0; i < names.Length; i++)
        {
            if (i % 256 == 255) cancellationToken.ThrowIfCancellationRequested();
            var name = names[i];
            bool isCompany = name.TokenCount == 1 && _companies.Count > 0 && (name.Label == EntityLabel.Person || name.Label == EntityLabel.Location)
                && _companies.Contains(WordHash.Plain(Form(document, name.FirstToken)));
            mended.Add(isCompany ? name with { Label = EntityLabel.Organization } : name);
        }
    }

    private static ReadOnlySpan<char> Form(Document document, int token) =>
        document.Text.AsSpan(document.TokenLayer.Starts[token], document.TokenLayer.Lengths[token]);
}
