using System.Buffers.Binary;
using NewsNlp.Models;

namespace NewsNlp.Training.Packing;

/// <summary>Writes a model file: header, table and sections, as the library's container reader expects them.</summary>
internal static class ModelFileWriter
{
    /// <summary>One section of a file to be written.</summary>
    public readonly record struct Section(int Id, int Version, ulong Fingerprint, byte[] Body)
    {
        public static Section Of(ModelSection kind, byte[] body) => new(kind.Id, kind.Version, kind.Fingerprint, body);
    }

    /// <summary>The file; sections stand in the order of their identifiers, so that it does not matter who wrote last.</summary>
    public static byte[] Write(IEnumerable<Section> sections)
    {
        Section[] ordered = [.. sections.OrderBy(section => section.Id)];
        int body = ModelContainer.HeaderSize + ordered.Length * ModelContainer.EntrySize;
        var file = new byte[body + ordered.Sum(section => section.Body.Length)];
        ModelContainer.Magic.CopyTo(file);
        Put(file, 8, ModelContainer.Version);
        Put(file, 12, file.Length);
        Put(file, 16, ordered.Length);
        int offset = body;
        for (int i = 0; i < ordered.Length; i++)
        {
            var section = ordered[i];
            int entry = ModelContainer.HeaderSize + i * ModelContainer.EntrySize;
            Put(file, entry, section.Id);
            Put(file, entry + 4, section.Version);
            Put(file, entry + 8, offset);
            Put(file, entry + 12, section.Body.Length);
            Put(file, entry + 16, (int)ModelContainer.Checksum(section.Body));
            BinaryPrimitives.WriteUInt64LittleEndian(file.AsSpan(entry + 20), section.Fingerprint);
            section.Body.CopyTo(file, offset);
            offset += section.Body.Length;
        }
        Put(file, 20, (int)ModelContainer.TableChecksum(file.AsSpan(0, body)));
        return file;
    }

    /// <summary>
    /// The file of a model with some sections and components replaced; the others stay byte for byte.
    /// </summary>
    public static byte[] Update(NlpModel? before, ModelInfo info, IReadOnlyList<Section> changed)
    {
        var sections = changed.ToDictionary(section => section.Id);
        sections[ModelSection.Metadata.Id] = Section.Of(ModelSection.Metadata, ModelInfoWriter.Write(info));
        foreach (var entry in before?.Entries ?? [])
            sections.TryAdd(entry.Id, new Section(entry.Id, entry.Version, entry.Fingerprint, before!.Raw(entry).ToArray()));
        return Write(sections.Values);
    }

    private static void Put(byte[] file, int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at), value);
}
