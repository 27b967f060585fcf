namespace NewsNlp.Training.Tests;

public class TrainingConfigurationTests
{
    private const string Json = """
        {
          "name": "invented", "version": "1.0.0", "language": "en",
          "sources": {
            "free": { "name": "Free", "license": "MIT", "permissive": true },
            "closed": { "name": "Closed", "license": "non-commercial" },
            "mixed": {
              "name": "Mixed", "license": "by genre",
              "permissive": { "name": "Mixed, news only", "license": "CC BY", "documents": ["news_"] }
            }
          },
          "components": { "part": { "train": ["closed.txt"], "dev": { "a": "a.txt", "b": "b.txt" }, "epochs": 3 } },
          "profiles": {
            "permissive": {
              "name": "invented-permissive", "permissiveOnly": true,
              "components": { "part": { "train": ["free.txt"], "dev": { "a": null } } }
            }
          }
        }
        """;

    [Fact]
    public void The_default_profile_is_the_configuration_itself()
    {
        var configuration = TrainingConfiguration.Parse(Json);
        Assert.Equal(("default", "invented", false), (configuration.Profile, configuration.Name, configuration.IsPermissive));
        Assert.Equal("closed.txt", configuration.Component("part").GetProperty("train")[0].GetString());
        Assert.Equal("by genre", configuration.Source("mixed.conllu").License);
        Assert.True(configuration.Source("mixed.conllu").Has("fiction_1"));
    }

    [Fact]
    public void A_profile_changes_what_it_names_and_nothing_else()
    {
        var configuration = TrainingConfiguration.Parse(Json, "permissive");
        Assert.Equal(("permissive", "invented-permissive", "1.0.0"), (configuration.Profile, configuration.Name, configuration.Version));
        var part = configuration.Component("part");
        Assert.Equal("free.txt", Assert.Single(part.GetProperty("train").EnumerateArray()).GetString());
        Assert.Equal("b", Assert.Single(part.GetProperty("dev").EnumerateObject()).Name);
        Assert.Equal(3, part.GetProperty("epochs").GetInt32());
    }

    [Fact]
    public void The_permissive_profile_refuses_what_is_not_free()
    {
        var configuration = TrainingConfiguration.Parse(Json, "permissive");
        Assert.Equal("Free", configuration.Source("free.txt").Name);
        Assert.Contains("non-commercial", Assert.Throws<TrainingException>(() => configuration.Source("closed.txt")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_permissive_profile_sees_the_free_documents_of_a_mixed_set_only()
    {
        var source = TrainingConfiguration.Parse(Json, "permissive").Source("mixed.conllu");
        Assert.Equal(("Mixed, news only", "CC BY"), (source.Name, source.License));
        Assert.True(source.Has("news_1"));
        Assert.False(source.Has("fiction_1"));
    }

    [Fact]
    public void An_unknown_profile_is_named_with_the_known_ones()
    {
        var error = Assert.Throws<TrainingException>(() => TrainingConfiguration.Parse(Json, "free"));
        Assert.Contains("'free'; the profiles are default, permissive", error.Message, StringComparison.Ordinal);
    }
}
