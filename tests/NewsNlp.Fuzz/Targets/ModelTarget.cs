using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using NewsNlp.Models;

namespace NewsNlp.Fuzz.Targets;

/// <summary>
/// A model file with some bytes changed inside its sections and its checksums put right again: refused with a
/// <see cref="ModelFormatException"/>, or a pipeline that reads an article, rightly or wrongly.
/// </summary>
/// <remarks>
/// An input is a list of edits of 8 bytes: what to write (a byte, or one of the numbers that hurt), which section, and where in it; an
/// even kind counts from the section's start within its first 64 bytes, where its numbers stand.
/// </remarks>
internal sealed class ModelTarget : IFuzzTarget
{
    private const int EditSize = 8, HeadSize = 64;

    private static readonly int[] Numbers = [0, 1, -1, 2, 255, 256, 65535, 65536, int.MaxValue, int.MinValue, 0x7F80_0000, 1 << 24];

    private const string Article =
        "Council backs harbour plan\n\nBy Ines Okoro\n\nPORT ELWIN (NWA) — Mayor Jun Ahn said on Tuesday the £4.5m plan “will not wait”.\n\n"
        + "\"We have had nine years,\" he told Radio Elwin. Dr. Lind, 62, of the U.S. firm Brightwater Lines denied that it had won 3.2% more.";

    private readonly byte[] _model;
    private readonly byte[] _copy;
    private readonly (int Entry, int Offset, int Length)[] _sections;

    /// <param name="model">The whole model file that inputs change.</param>
    public ModelTarget(byte[] model)
    {
        _model = model;
        _copy = (byte[])_model.Clone();
        _sections = [.. ModelContainer.Read(_model).Select((entry, i) =>
            (ModelContainer.HeaderSize + i * ModelContainer.EntrySize, entry.Offset, entry.Length))];
    }

    public string Name => "model";

    public InputForm Form => InputForm.Edits;

    /// <summary>The file of the model that the library carries.</summary>
    public static byte[] Embedded()
    {
        using var stream = typeof(NlpModel).Assembly.GetManifestResourceStream("NewsNlp.Models.english.nnlp")!;
        byte[] model = new byte[stream.Length];
        stream.ReadExactly(model);
        return model;
    }

    [SuppressMessage("Performance", "CA1806", Justification = "Reading is all that is wanted.")]
    public void Run(ReadOnlySpan<byte> input)
    {
        _model.CopyTo(_copy, 0);
        var changed = new HashSet<int>();
        for (int at = 0; at + EditSize <= input.Length; at += EditSize) changed.Add(Edit(input.Slice(at, EditSize)));
        foreach (int section in changed)
        {
            var (entry, offset, length) = _sections[section];
            BinaryPrimitives.WriteUInt32LittleEndian(_copy.AsSpan(entry + 16), ModelContainer.Checksum(_copy.AsSpan(offset, length)));
        }

        int body = ModelContainer.HeaderSize + _sections.Length * ModelContainer.EntrySize;
        BinaryPrimitives.WriteUInt32LittleEndian(_copy.AsSpan(20), ModelContainer.TableChecksum(_copy.AsSpan(0, body)));
        try
        {
            NlpPipelineBuilder.CreateDefault(model: NlpModel.FromBytes(_copy)).Build().Process(Article);
        }
        catch (ModelFormatException)
        {
            // Refused with the section's name: what is promised.
        }
    }

    private int Edit(ReadOnlySpan<byte> edit)
    {
        int section = edit[1] % _sections.Length;
        var (_, offset, length) = _sections[section];
        if (length < 4) return section;
        uint place = BinaryPrimitives.ReadUInt32LittleEndian(edit[4..]);
        int at = offset + (int)(place % (uint)(edit[0] % 2 == 0 ? Math.Min(HeadSize, length - 3) : length - 3));
        if (edit[0] % 4 < 2) _copy[at] = edit[2];
        else BinaryPrimitives.WriteInt32LittleEndian(_copy.AsSpan(at), Numbers[edit[2] % Numbers.Length]);
        return section;
    }
}
