using NewsNlp.Coreference.Lexicons;
using NewsNlp.Lexicons;

namespace NewsNlp.Coreference.Reading;

/// <summary>Whether what is known of two expressions lets them mean the same.</summary>
internal static class Agreement
{
    /// <summary>Whether two genders may be one entity's; what is unknown conflicts with nothing.</summary>
    public static bool Allows(Gender a, Gender b) =>
        a == b || a == Gender.Unknown || b == Gender.Unknown
        || (a == Gender.Person && b != Gender.Neuter) || (b == Gender.Person && a != Gender.Neuter);

    /// <summary>Whether a third-person pronoun may stand for an entity.</summary>
    public static bool Allows(WordEntry pronoun, in ClusterInfo entity)
    {
        if (pronoun.Use == PronounUse.Relative)
        {
            return entity.Class is EntityClass.Person or EntityClass.Norp or EntityClass.Organization || (pronoun.Lemma == "whose" && entity.Class != EntityClass.None);
        }

        if (pronoun.Is(WordFlags.Plural))
        {
            // Teams and firms are "they", and so is a person of whom nobody says whether a man or a woman.
            return entity.IsPlural || entity.Class is EntityClass.Organization or EntityClass.Norp || (entity.Class == EntityClass.Location && entity.Name >= 0)
                || (entity.Class == EntityClass.Person && entity.Gender is Gender.Person or Gender.Unknown);
        }

        if (entity.IsPlural)
        {
            return false;
        }

        return pronoun.Gender == Gender.Neuter
            ? entity.Class is EntityClass.Organization or EntityClass.Location or EntityClass.Facility or EntityClass.Other or EntityClass.None
                && entity.Gender is Gender.Neuter or Gender.Unknown
            : entity.Class == EntityClass.Person && Allows(pronoun.Gender, entity.Gender);
    }
}
