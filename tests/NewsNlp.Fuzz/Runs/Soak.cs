using System.Globalization;
using System.Security.Cryptography;
using NewsNlp.Export;
using NewsNlp.Fuzz.Generation;

namespace NewsNlp.Fuzz.Runs;

/// <summary>
/// Many threads share a pipeline for long: each result must be what one thread alone gets, byte by byte as JSON, no thread may wait for a
/// lock, and the memory that is held must not grow.
/// </summary>
internal static class Soak
{
    private const int Reports = 10;

    /// <summary>Prints the memory held from time to time and what was found.</summary>
    /// <returns>Whether all was as promised.</returns>
    public static bool Print(TextWriter output, int documents, int threads)
    {
        var pipeline = NlpPipeline.CreateDefault();
        string[] articles = [.. Fragments.Articles.Select(article => article[..Math.Min(article.Length, 1500)])];
        string[] expected = [.. articles.Select(article => Hash(pipeline, article))];
        int next = 0, differ = 0;
        long locks = 0;
        var memory = new List<long>();
        for (int report = 1; report <= Reports; report++)
        {
            long last = (long)documents * report / Reports;
            locks += WaitsOf(threads, () =>
            {
                for (int i; (i = Interlocked.Increment(ref next)) <= last;)
                {
                    if (i % 100 == 0)
                    {
                        int article = i / 100 % articles.Length;
                        if (Hash(pipeline, articles[article]) != expected[article]) Interlocked.Increment(ref differ);
                    }
                    else
                    {
                        pipeline.Process(Text(i));
                    }
                }
            });
            next = (int)last;
            memory.Add(GC.GetTotalMemory(forceFullCollection: true));
            output.WriteLine($"{last,10} documents, {memory[^1] / 1e6,8:F2} MB held, {locks} waits for a lock, {differ} results differ");
            output.Flush();
        }

        GC.KeepAlive(pipeline);
        return differ == 0 && memory[^1] < memory[Reports / 2 - 1] * 1.05;
    }

    /// <summary>Runs work on threads and counts how often one waited for a lock; starting and ending threads take locks of their own.</summary>
    private static long WaitsOf(int threads, Action work)
    {
        int arrived = 0, done = 0;
        bool begun = false, over = false;
        var workers = Enumerable.Range(0, threads).Select(_ => new Thread(() =>
        {
            Interlocked.Increment(ref arrived);
            while (!Volatile.Read(ref begun)) Thread.Sleep(1);
            work();
            Interlocked.Increment(ref done);
            while (!Volatile.Read(ref over)) Thread.Sleep(1);
        })).ToList();
        workers.ForEach(worker => worker.Start());
        while (Volatile.Read(ref arrived) < threads) Thread.Sleep(1);
        long before = Monitor.LockContentionCount;
        Volatile.Write(ref begun, true);
        while (Volatile.Read(ref done) < threads) Thread.Sleep(1);
        long waits = Monitor.LockContentionCount - before;
        Volatile.Write(ref over, true);
        workers.ForEach(worker => worker.Join());
        return waits;
    }

    // Not interpolated: the runtime rents memory for that from a pool which has locks, and only the library's waits are to be counted.
    private static string Text(int number)
    {
        string own = number.ToString(CultureInfo.InvariantCulture);
        return string.Concat(
        [
            "Ada Okoro", own, " said on Tuesday: \u201CWard ", own, " will not wait,\u201D the Brightwater", own, " Group (BG", own, ") of China agreed.",
        ]);
    }

    private static string Hash(NlpPipeline pipeline, string text)
    {
        using var stream = new MemoryStream();
        DocumentJsonWriter.Write(pipeline.Process(text), stream);
        return Convert.ToHexString(SHA256.HashData(stream.ToArray()));
    }
}
