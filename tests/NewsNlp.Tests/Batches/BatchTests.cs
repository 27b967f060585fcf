using System.Runtime.CompilerServices;
using NewsNlp.Batches;
using NewsNlp.Tests.Support;

namespace NewsNlp.Tests.Batches;

/// <summary>A pipeline whose only stage is watched, and sources that are.</summary>
public abstract class BatchTests
{
    private protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected static NlpPipeline Pipeline(Action<string>? atWork = null) =>
        new NlpPipelineBuilder().UseTokenizer(new WordTokenizer(atWork)).Build();

    private protected static string[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(i => $"{i}")];

    private protected static async Task<List<BatchItem<T>>> ToList<T>(IAsyncEnumerable<BatchItem<T>> items)
    {
        var all = new List<BatchItem<T>>();
        await foreach (var item in items)
        {
            all.Add(item);
        }

        return all;
    }

    /// <summary>A source that says what was taken from it and whether it was disposed.</summary>
    private protected sealed class WatchedSource(int count, Action<int>? taking = null)
    {
        private int _taken;
        private int _open;

        public int Taken => Volatile.Read(ref _taken);

        public bool IsOpen => Volatile.Read(ref _open) > 0;

        public async IAsyncEnumerable<string> Items([EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref _open);
            try
            {
                for (var i = 0; i < count; i++)
                {
                    await Task.Yield();
                    cancellationToken.ThrowIfCancellationRequested();
                    taking?.Invoke(i);
                    Interlocked.Increment(ref _taken);
                    yield return $"{i}";
                }
            }
            finally
            {
                Interlocked.Decrement(ref _open);
            }
        }
    }
}
