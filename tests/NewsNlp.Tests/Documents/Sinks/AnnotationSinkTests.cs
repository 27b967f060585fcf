using NewsNlp.Documents;
using NewsNlp.Documents.Sinks;

namespace NewsNlp.Tests.Documents.Sinks;

public class AnnotationSinkTests
{
    private static readonly AnnotationKey<string> Mood = new("mood");
    private static readonly AnnotationKey<int> Length = new("length");

    [Fact]
    public void Values_keep_their_types()
    {
        var document = Build([Mood, Length], sink =>
        {
            sink.Set(Mood, "grey");
            sink.Set(Length, 4);
        });

        Assert.Equal("grey", document.Get(Mood));
        Assert.Equal(4, document.Get(Length));
    }

    [Fact]
    public void A_key_that_was_not_declared_is_refused() =>
        Refused<ArgumentException>("The stage does not declare that it writes 'length'.", [Mood], sink => sink.Set(Length, 4));

    [Fact]
    public void A_key_that_was_declared_must_be_set() =>
        Refused<InvalidOperationException>(
            "The stage declares the annotation 'length' and did not set it.", [Mood, Length], sink => sink.Set(Mood, "grey"));

    [Fact]
    public void A_key_is_set_once() =>
        Refused<ArgumentException>("The annotation 'mood' is set already; a layer is written once.", [Mood], sink =>
        {
            sink.Set(Mood, "grey");
            sink.Set(Mood, "bright");
        });

    [Fact]
    public void Nothing_is_null()
    {
        Assert.Throws<ArgumentNullException>(() => Build([Mood], sink => sink.Set(Mood, null!)));
        Assert.Throws<ArgumentNullException>(() => Build([Mood], sink => sink.Set<string>(null!, "grey")));
    }

    private static Document Build(AnnotationKey[] keys, Action<AnnotationSink> write) =>
        new DocumentBuilder("Rain").AddAnnotations(keys, write).Build();

    private static void Refused<TException>(string message, AnnotationKey[] keys, Action<AnnotationSink> write)
        where TException : Exception
        => Assert.StartsWith(message, Assert.Throws<TException>(() => Build(keys, write)).Message, StringComparison.Ordinal);
}
