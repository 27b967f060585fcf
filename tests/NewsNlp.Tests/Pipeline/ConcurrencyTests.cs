using NewsNlp.Documents;
using NewsNlp.Tests.Support;

namespace NewsNlp.Tests.Pipeline;

/// <summary>One pipeline shared by many threads gives each the same bits as it gives one thread alone.</summary>
public class ConcurrencyTests
{
    private static readonly string[] Articles =
    [
        "Council backs harbour plan\n\nBy Ines Okoro\n\nPORT ELWIN — The council voted on Tuesday to widen the harbour. "
            + "“It has taken nine years,” Mayor Jun Ahn said. He thanked the 400 residents who wrote in.",
        "Live: storm moves north\n\n09:14 Trains are back, says North Line.\n\n09:02 \"We can't promise anything yet\", a spokeswoman said.",
        "",
        "One line without an end",
        string.Concat(Enumerable.Repeat("Dr. Ahn, who’s 62, told the U.S. panel that sales rose 3.2% to $4.1m. ", 40)),
        "\uD800 lone \uDC00 surrogates “never closed\n\n’’ and such —",
    ];

    [Fact]
    public void Threads_at_once_get_what_one_thread_gets()
    {
        var pipeline = NlpPipeline.CreateDefault();
        var expected = Articles.Select(article => DocumentDump.Of(pipeline.Process(article))).ToArray();

        Parallel.For(0, 40 * Articles.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            var article = (i * 7) % Articles.Length;
            Assert.Equal(expected[article], DocumentDump.Of(pipeline.Process(Articles[article])));
        });
    }

    [Fact]
    public void Sixty_four_threads_get_what_one_thread_gets()
    {
        const int Threads = 64, Rounds = 6;
        var pipeline = NlpPipeline.CreateDefault();
        var expected = Articles.Select(article => DocumentDump.Of(pipeline.Process(article))).ToArray();
        var found = new Document[Threads][];
        using var start = new ManualResetEventSlim();
        var threads = Enumerable.Range(0, Threads).Select(thread => new Thread(() =>
        {
            start.Wait();
            var own = new Document[Rounds * Articles.Length];
            for (var i = 0; i < own.Length; i++)
            {
                own[i] = pipeline.Process(Articles[(thread + i) % Articles.Length]);
            }

            found[thread] = own;
        })).ToList();
        threads.ForEach(thread => thread.Start());

        start.Set();
        threads.ForEach(thread => thread.Join());

        for (var thread = 0; thread < Threads; thread++)
        {
            for (var i = 0; i < found[thread].Length; i++)
            {
                Assert.Equal(expected[(thread + i) % Articles.Length], DocumentDump.Of(found[thread][i]));
            }
        }
    }

    [Fact]
    public void Pipelines_built_apart_agree()
    {
        var one = NlpPipeline.CreateDefault();
        var other = NlpPipeline.CreateDefault();

        Assert.All(Articles, article => Assert.Equal(DocumentDump.Of(one.Process(article)), DocumentDump.Of(other.Process(article))));
    }

    [Fact]
    public void What_was_read_before_leaves_no_trace()
    {
        var used = NlpPipeline.CreateDefault();
        foreach (var article in Articles.Reverse())
        {
            used.Process(article);
        }

        Assert.All(Articles, article => Assert.Equal(
            DocumentDump.Of(NlpPipeline.CreateDefault().Process(article)),
            DocumentDump.Of(used.Process(article))));
    }
}
