using System.Buffers;
using NewsNlp.Documents;

namespace NewsNlp.Tool.Output;

/// <summary>One way to write documents. <see cref="Write"/> is called from several threads at once.</summary>
internal interface IDocumentFormat
{
    /// <summary>What stands before the first document.</summary>
    ReadOnlySpan<byte> Start => default;

    /// <summary>What stands between two documents.</summary>
    ReadOnlySpan<byte> Separator => default;

    /// <summary>What stands after the last document.</summary>
    ReadOnlySpan<byte> End => default;

    /// <param name="document">The document.</param>
    /// <param name="number">Its number in this run, from 1.</param>
    /// <param name="output">Takes the bytes.</param>
    void Write(Document document, int number, IBufferWriter<byte> output);

    /// <summary>Writes what stands in the place of a document that could not be annotated.</summary>
    /// <returns>False where the format has no such place.</returns>
    bool WriteError(ArticleError error, IBufferWriter<byte> output) => false;
}

/// <summary>Why there is no document.</summary>
internal sealed record ArticleError(string? Id, string Code, string Message);
