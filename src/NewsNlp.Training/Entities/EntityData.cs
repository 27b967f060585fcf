using System.Text.Json;
using NewsNlp.Documents;
using NewsNlp.Training.Data;

namespace NewsNlp.Training.Entities;

/// <summary>Reads the articles that the settings name, whatever their format.</summary>
internal static class EntityData
{
    /// <summary>
    /// The articles of all files of <c>train</c>: JSON Lines, or tokens with BIO labels, for which <c>labels</c> gives the product's
    /// names and <c>texts</c> may give a treebank that has the raw texts.
    /// </summary>
    public static List<EntityArticle> Read(TrainingContext context, Func<string, Document> analyze)
    {
        var articles = new List<EntityArticle>();
        foreach (var file in context.Settings.GetProperty("train").EnumerateObject())
        {
            string path = context.TrainingFile(file.Name);
            if (Path.GetExtension(path) == ".jsonl") articles.AddRange(new EntityArticleReader(analyze).Read(path));
            else articles.AddRange(ReadBio(path, file.Value, context, analyze));
        }
        return articles;
    }

    private static IEnumerable<EntityArticle> ReadBio(string path, JsonElement settings, TrainingContext context, Func<string, Document> analyze)
    {
        var labels = settings.GetProperty("labels").EnumerateObject().ToDictionary(label => label.Name, label => label.Value.GetString()!);
        var texts = settings.TryGetProperty("texts", out var treebank)
            ? context.TrainingDocuments(treebank.GetString()!).ToDictionary(document => document.Id, document => document.Text)
            : [];
        var articles = new BioArticles(analyze, labels);
        return BioReader.Read(path).Select(document => articles.Make(document, texts.GetValueOrDefault(document.Id)));
    }
}
