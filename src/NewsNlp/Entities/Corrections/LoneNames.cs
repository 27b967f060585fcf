using System.Collections.Frozen;
using NewsNlp.Documents;
using NewsNlp.Threading;

namespace NewsNlp.Entities.Corrections;

/// <summary>
/// What a name of one word is, by the other names of the article. A lone <c>Lumo</c> is the company of <c>Lumo Inc.</c>, unless a person bears that name
/// (<c>Lars Lumo</c>) or it lies in the place (<c>in Lumo</c>), and so is the agency of a dateline (<c>(Lumo) -</c>); it is the company of
/// <c>Lumo Airways</c> where nothing in the article lies there. A lone <c>Varga</c> is the person of <c>Ilona Varga</c>, unless a company bears the name
/// as well, and so is a lone <c>Israel</c> or <c>English</c> who is called <c>Mr</c> or says something, unless the article is in that place, and a lone
/// <c>Rico</c> of <c>Rico Vale</c> that does not stand where places do. A word that nobody has in his name nor with a title, and that the model takes for
/// a person here and for an organization there, is an organization: the article would have introduced a person. And a storm is nobody: <c>Storm Ilona</c>.
/// Rented and reused, not safe for threads.
/// </summary>
internal sealed class LoneNames
{
    // What the model is as good as sure of: the company of a family of which the article names somebody.
    private const float Sure = 0.85f;

    // How much more the model may hold for the person all in all.
    private const float MostForPerson = 3.5f;

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _companies = CorrectionLists.Read("companies");

    private readonly NameUses _uses = new();

    /// <summary>Copies mentions, in order, and labels the lone ones.</summary>
    public void Mend(Document document, ReadOnlySpan<FoundMention> names, InterruptibleList<FoundMention> mended, CancellationToken cancellationToken)
    {
        var forms = new SentenceForms(document.Text, document.TokenLayer, document.TokenLayer.Count);
        _uses.Read(document, names, cancellationToken);
        for (int i = 0; i < names.Length; i++)
        {
            if (i % 256 == 255) cancellationToken.ThrowIfCancellationRequested();
            mended.Add(LabelOf(forms, names[i]) is { } label ? names[i] with { Label = label } : names[i]);
        }
    }

    /// <summary>Gives memory back after an unusually long document.</summary>
    public void Trim(int capacity) => _uses.Trim(capacity);

    private EntityLabel? LabelOf(in SentenceForms forms, FoundMention name)
    {
        if (NameUses.IsStorm(forms, name)) return EntityLabel.Misc;
        if (name.TokenCount > 1) return null;
        var use = _uses[forms[name.FirstToken]];
        return name.Label == EntityLabel.Organization ? IfNoBody(forms, name, use)
            : name.Label == EntityLabel.Location ? IfNoPlace(forms, name.FirstToken, use)
            : name.Label == EntityLabel.NORP ? IfNoPeople(forms, name.FirstToken, use)
            : name.Label == EntityLabel.Person ? IfNobody(forms, name.FirstToken, use)
            : null;
    }

    private EntityLabel? IfNoBody(in SentenceForms forms, FoundMention name, NameUse use) =>
        name.Score < Sure && use is { IsPartOfPerson: true, BeginsCompany: false } && char.IsLower(forms[name.FirstToken][^1]) && !_companies.Contains(forms[name.FirstToken])
            ? EntityLabel.Person : null;

    private EntityLabel? IfNoPlace(in SentenceForms forms, int token, NameUse use)
    {
        bool mayBePlace = NameContext.MayBePlace(forms, token);
        return (IsCompany(use) && !NameContext.IsInside(forms, token)) || (IsTrading(use) && !mayBePlace) ? EntityLabel.Organization
            : use.IsGivenName && !mayBePlace && char.IsLower(forms[token][^1]) ? EntityLabel.Person
            : IfNoPeople(forms, token, use);
    }

    private EntityLabel? IfNoPeople(in SentenceForms forms, int token, NameUse use) =>
        use is { IsFamilyName: true, IsPlace: false } && (_uses.IsTitled(forms, token) || NameContext.Speaks(forms, token)) ? EntityLabel.Person : null;

    private EntityLabel? IfNobody(in SentenceForms forms, int token, NameUse use) =>
        (IsCompany(use) || IsTrading(use)) && !_uses.IsTitled(forms, token) ? EntityLabel.Organization
            : use.IsPartOfPerson ? null
            : use.IsStorm ? EntityLabel.Misc
            : use.BeginsCompany || (use.AsOrganization > 0 && use.AsPerson < MostForPerson * use.AsOrganization) ? EntityLabel.Organization
            : null;

    private static bool IsCompany(NameUse use) => use is { IsCompany: true, IsFamilyName: false };

    private static bool IsTrading(NameUse use) => use is { IsTrading: true, IsFamilyName: false, HoldsSomething: false };
}
