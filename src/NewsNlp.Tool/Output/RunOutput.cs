namespace NewsNlp.Tool.Output;

/// <summary>Where a run's output goes.</summary>
internal abstract class RunOutput : IDisposable
{
    /// <summary>Takes the output; what is small is gathered until it is flushed.</summary>
    public abstract Stream Stream { get; }

    public abstract bool IsFile { get; }

    /// <summary>How many articles an earlier run has written.</summary>
    public virtual long Done => 0;

    /// <summary>How many of those failed.</summary>
    public virtual long FailedBefore => 0;

    /// <summary>So many articles of this run have been written to the stream, and so many of those failed.</summary>
    public virtual void Recorded(long articles, long failed)
    {
    }

    /// <summary>Keeps what was written, where a later run can go on from it.</summary>
    public virtual void Suspend()
    {
    }

    /// <summary>Puts the finished output in its place.</summary>
    /// <exception cref="OutputException">It cannot be put there.</exception>
    public abstract void Commit();

    public abstract void Dispose();
}
