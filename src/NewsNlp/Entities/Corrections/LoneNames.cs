using System.Collections.Frozen;
using System.Runtime.InteropServices;
using NewsNlp.Documents;
using NewsNlp.Features;

namespace NewsNlp.Entities.Corrections;

/// <summary>
/// What a lone name is, by the other names of the article. A lone <c>Varga</c> that the model took for an organization is the person of
/// <c>Ilona Varga</c>, unless a company bears the name as well, and so is a lone <c>Israel</c> or <c>English</c> of somebody's who is called <c>Mr</c>
/// or says something, unless the article is in that place; where nobody has it as a part of his name, nor a title before it, and the model
/// takes it for a person here and for an organization there, it is an organization: the article would have introduced a person. And a storm is
/// nobody, whatever its name: <c>Storm Ilona</c>.
/// Rented and reused, not safe for threads.
/// </summary>
internal sealed class LoneNames
{
    // What the model is as good as sure of: the company of a family of which the article names somebody.
    private const float Sure = 0.85f;

    // How much more the model may hold for the person all in all.
    private const float MostForPerson = 3.5f;

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _forms = CorrectionLists.Read("legal-forms");
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _trades = CorrectionLists.Read("trades");
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _companies = CorrectionLists.Read("companies");

    private readonly Dictionary<ulong, Use> _uses = [];

    /// <summary>Copies mentions, in order, and labels the lone ones.</summary>
    public void Mend(Document document, ReadOnlySpan<FoundMention> names, MentionBuffer mended, CancellationToken cancellationToken)
    {
        _uses.Clear();
        for (int i = 0; i < names.Length; i++)
        {
            if (i % 256 == 255) cancellationToken.ThrowIfCancellationRequested();
            Note(document, names[i]);
        }

        for (int i = 0; i < names.Length; i++)
        {
            if (i % 256 == 255) cancellationToken.ThrowIfCancellationRequested();
            var name = names[i];
            mended.Add((name.TokenCount == 1 || IsStorm(document, name)) && LabelOf(document, name) is { } label ? name with { Label = label } : name);
        }
    }

    /// <summary>Gives memory back after an unusually long document.</summary>
    public void Trim(int capacity)
    {
        if (_uses.EnsureCapacity(0) <= capacity) return;
        _uses.Clear();
        _uses.TrimExcess();
    }

    private void Note(Document document, FoundMention name)
    {
        var first = Form(document, name.FirstToken);
        if (name.Label == EntityLabel.Person)
        {
            if (IsStorm(document, name))
            {
                UseOf(Form(document, name.EndToken - 1)).IsStorm = true;
            }
            else if (name.TokenCount > 1)
            {
                UseOf(first).IsPartOfPerson = true;
                ref var last = ref UseOf(Form(document, name.EndToken - 1));
                last.IsPartOfPerson = last.IsFamilyName = true;
            }
            else
            {
                ref var use = ref UseOf(first);
                use.AsPerson += name.Score;
                use.IsPartOfPerson |= IsBehindTitle(document, name.FirstToken);
            }
        }
        else if (name.Label == EntityLabel.Location)
        {
            UseOf(first).IsPlace |= name.TokenCount == 1 && IsBehindPreposition(document, name.FirstToken);
        }
        else if (name.Label == EntityLabel.Organization)
        {
            if (name.TokenCount == 1) UseOf(first).AsOrganization += name.Score;
            else if (Form(document, name.EndToken - 1) is var last && (_forms.Contains(last) || _trades.Contains(last))) UseOf(first).IsCompany = true;
        }
    }

    private EntityLabel? LabelOf(Document document, FoundMention name)
    {
        if (name.Label == EntityLabel.Organization)
        {
            var form = Form(document, name.FirstToken);
            return name.Score < Sure && char.IsLower(form[^1]) && UseOf(form) is { IsPartOfPerson: true, IsCompany: false } && !_companies.Contains(form) ? EntityLabel.Person : null;
        }

        if (name.Label == EntityLabel.Location || name.Label == EntityLabel.NORP)
        {
            var form = Form(document, name.FirstToken);
            return (IsBehindTitle(document, name.FirstToken) || Speaks(document, name.FirstToken)) && UseOf(form) is { IsFamilyName: true, IsPlace: false } ? EntityLabel.Person : null;
        }

        return name.Label != EntityLabel.Person ? null
            : IsStorm(document, name) ? EntityLabel.Misc
            : UseOf(Form(document, name.FirstToken)) is not { IsPartOfPerson: false } use ? null
            : use.IsStorm ? EntityLabel.Misc
            : use.IsCompany || (use.AsOrganization > 0 && use.AsPerson < MostForPerson * use.AsOrganization) ? EntityLabel.Organization
            : null;
    }

    /// <summary><c>Storm Ilona</c>, or <c>Ilona</c> behind <c>the tropical storm</c>.</summary>
    private static bool IsStorm(Document document, FoundMention name) => name.Label == EntityLabel.Person && name.TokenCount switch
    {
        1 => name.FirstToken > 0 && IsKindOfStorm(Form(document, name.FirstToken - 1)),
        2 => IsKindOfStorm(Form(document, name.FirstToken)),
        _ => false,
    };

    private static bool IsKindOfStorm(ReadOnlySpan<char> word) => word is "Storm" or "storm" or "Hurricane" or "hurricane" or "Typhoon" or "typhoon" or "Cyclone" or "cyclone";

    private static bool IsBehindTitle(Document document, int token) =>
        token > 0 && Form(document, token - 1) is "Mr" or "Mr." or "Mrs" or "Mrs." or "Ms" or "Ms." or "Miss" or "Dr" or "Dr." or "Sir" or "President" or "Secretary" or "Senator" or "Sen." or "Minister" or "Professor";

    /// <summary>"Israel said", "said Israel", "Israel also ...", and not "an Israel that said ..." or "the English said".</summary>
    private static bool Speaks(Document document, int token)
    {
        if (token > 0 && Form(document, token - 1) is "a" or "an" or "the" or "A" or "An" or "The" or "-")
        {
            return false;
        }

        return (token > 0 && Form(document, token - 1) is "said" or "says" or "asked" or "added")
            || (token + 1 < document.TokenLayer.Count && Form(document, token + 1) is "said" or "says" or "told" or "added" or "also" or "wrote" or "asked" or "replied"
                or "argued" or "explained" or "insisted" or "recalled" or "joked" or "noted" or "complained" or "demurred" or "declined" or "seemed" or "tweeted");
    }

    private static bool IsBehindPreposition(Document document, int token) =>
        token > 0 && Form(document, token - 1) is "in" or "In" or "near" or "outside" or "across" or "around" or "at" or "to" or "from" or "of";

    private ref Use UseOf(ReadOnlySpan<char> form) => ref CollectionsMarshal.GetValueRefOrAddDefault(_uses, WordHash.Plain(form), out _);

    private static ReadOnlySpan<char> Form(Document document, int token) => document.TokenLayer.Span(token).Of(document.Text);

    /// <summary>What the article says of one word.</summary>
    private struct Use
    {
        /// <summary>The sum of the scores of lone mentions of it as a person, and as an organization.</summary>
        public float AsPerson, AsOrganization;

        /// <summary>Whether somebody has it as his given or family name, or with a title.</summary>
        public bool IsPartOfPerson;

        /// <summary>Whether somebody has it as his family name.</summary>
        public bool IsFamilyName;

        /// <summary>Whether it stands where places do.</summary>
        public bool IsPlace;

        /// <summary>Whether a storm has it.</summary>
        public bool IsStorm;

        /// <summary>Whether a company's full name begins with it.</summary>
        public bool IsCompany;
    }
}
