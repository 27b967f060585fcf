using System.Buffers;
using NewsNlp.Documents;
using NewsNlp.Export;

namespace NewsNlp.Tool.Output;

/// <summary>CoNLL-U, one document behind the other.</summary>
internal sealed class ConlluFormat : IDocumentFormat
{
    public void Write(Document document, int number, IBufferWriter<byte> output) => ConlluWriter.Write(document, output);
}
