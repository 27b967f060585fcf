using CsCheck;
using NewsNlp.Features;
using NewsNlp.Models;
using NewsNlp.Training.Packing;

namespace NewsNlp.Training.Tests.Packing;

public class ModelFileTests
{
    [Fact]
    public void What_was_written_is_read_back()
    {
        var model = NlpModel.Load(new MemoryStream(SmallModel.File));
        Assert.Equal(("tiny", "0.0.1", "en"), (model.Info.Name, model.Info.Version, model.Info.Language));
        var component = Assert.Single(model.Info.Components);
        Assert.Equal("tagger", component.Name);
        Assert.Equal(["A", "B"], component.Labels.ToArray());
        Assert.Equal([new("epochs", "3")], component.Settings.ToArray());
        Assert.Equal([new ModelDataSource("Invented sentences", "made-up.txt", "MIT", "00ff")], component.Data.ToArray());
        Assert.Equal([new ModelScore("accuracy", "made-up dev", 12.5)], component.Scores.ToArray());
        Assert.Equal(["metadata", "tagger", "lemmatizer"], model.Info.Sections.Select(s => s.Name));
        Assert.True(model.Has(ModelSection.Lemmatizer));
        Assert.False(model.Has(ModelSection.Entities));
        Assert.Equal([1, 2, 3], model.Open(ModelSection.Lemmatizer).Bytes(3).ToArray());
    }

    [Fact]
    public void Every_truncation_is_refused()
    {
        for (int length = 0; length < SmallModel.File.Length; length++)
        {
            var cut = SmallModel.File[..length];
            Assert.Throws<ModelFormatException>(() => NlpModel.Load(new MemoryStream(cut)));
            Assert.Throws<ModelFormatException>(() => NlpModel.FromBytes(cut));
        }
    }

    [Fact]
    public void Every_changed_byte_is_refused()
    {
        var random = new Random(1);
        for (int i = 0; i < SmallModel.File.Length; i++)
        {
            byte[] changed = [.. SmallModel.File];
            changed[i] ^= (byte)random.Next(1, 256);
            Assert.Throws<ModelFormatException>(() => NlpModel.Load(new MemoryStream(changed)));
        }
    }

    [Fact]
    public void Bytes_after_the_end_are_refused() =>
        Assert.Throws<ModelFormatException>(() => NlpModel.Load(new MemoryStream([.. SmallModel.File, 0])));

    [Fact]
    public void A_stream_that_trickles_is_read_to_its_end() =>
        Assert.Equal("tiny", NlpModel.Load(new TrickleStream(SmallModel.File)).Info.Name);

    [Fact]
    public void A_file_that_claims_two_gigabytes_costs_no_memory()
    {
        byte[] lying = [.. SmallModel.File];
        BitConverter.TryWriteBytes(lying.AsSpan(12), int.MaxValue);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<ModelFormatException>(() => NlpModel.Load(new MemoryStream(lying)));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
    }

    [Fact]
    public void A_later_container_says_which_versions_can_be_read()
    {
        byte[] later = [.. SmallModel.File];
        later[8] = 9;
        var error = Assert.Throws<ModelFormatException>(() => NlpModel.FromBytes(later));
        Assert.Equal(("header", 9, "1"), (error.Section, error.VersionFound, error.VersionsSupported));
    }

    [Fact]
    public void A_section_of_another_version_or_for_other_features_is_refused()
    {
        var kind = ModelSection.Tagger;
        var other = NlpModel.FromBytes(ModelFileWriter.Update(null, SmallModel.Info, [new(kind.Id, 7, kind.Fingerprint, [])]));
        var error = Assert.Throws<ModelFormatException>(() => other.Open(kind));
        Assert.Equal(("tagger", 7, $"{ModelSection.Tagger.Version}"), (error.Section, error.VersionFound, error.VersionsSupported));

        ulong later = (kind with { Features = kind.Features + 1 }).Fingerprint;
        other = NlpModel.FromBytes(ModelFileWriter.Update(null, SmallModel.Info, [new(kind.Id, kind.Version, later, [])]));
        Assert.Contains("features", Assert.Throws<ModelFormatException>(() => other.Open(kind)).Message, StringComparison.Ordinal);

        error = Assert.Throws<ModelFormatException>(() => other.Open(ModelSection.Entities));
        Assert.Equal("entities", error.Section);
    }

    [Fact]
    public void A_section_of_a_later_library_is_listed_and_kept()
    {
        var model = NlpModel.FromBytes(ModelFileWriter.Update(null, SmallModel.Info, [new(200, 1, 5, [8, 9])]));
        Assert.Contains(model.Info.Sections, section => section is { Name: "#200", Length: 2 });
        var again = NlpModel.FromBytes(ModelFileWriter.Update(model, SmallModel.Info, []));
        Assert.Equal([8, 9], again.Raw(again.Entries.Single(entry => entry.Id == 200)).ToArray());
    }

    [Fact]
    public void Updating_one_section_leaves_the_others_as_they_are()
    {
        var before = NlpModel.FromBytes(SmallModel.File);
        byte[] updated = ModelFileWriter.Update(before, before.Info, [ModelFileWriter.Section.Of(ModelSection.Lemmatizer, [4, 5])]);
        var after = NlpModel.FromBytes(updated);
        Assert.Equal(SmallModel.Chain(), after.Raw(after.Entries.Single(entry => entry.Id == ModelSection.Tagger.Id)).ToArray());
        Assert.Equal([4, 5], after.Open(ModelSection.Lemmatizer).Bytes(2).ToArray());
        byte[] back = ModelFileWriter.Update(after, before.Info, [ModelFileWriter.Section.Of(ModelSection.Lemmatizer, [1, 2, 3])]);
        Assert.Equal(SmallModel.File, back);
    }

    [Fact]
    public void A_chain_with_changed_bytes_is_refused_or_works_without_harm()
    {
        byte[] chain = SmallModel.Chain();
        var bytes = from changes in Gen.Select(Gen.Int[0, chain.Length - 1], Gen.Byte).Array[1, 4]
                    from length in Gen.Frequency((3, Gen.Const(chain.Length)), (1, Gen.Int[0, chain.Length]))
                    select (changes, length);
        bytes.Sample(damage =>
        {
            byte[] body = [.. chain];
            foreach (var (at, value) in damage.changes) body[at] = value;
            LinearChainModel model;
            try
            {
                model = LinearChainModel.Read(new SectionReader(ModelMemory.CopyOf(body.AsSpan(0, damage.length)), "chain"));
            }
            catch (ModelFormatException)
            {
                return;
            }
            var workspace = new LinearChainWorkspace();
            workspace.Begin(model, 7);
            for (int i = 0; i < 7; i++) model.Table.Accumulate([FeatureHash.Feature(1, (ulong)i)], workspace.Emissions(i));
            model.Decode(workspace, new byte[7], out _);
            model.DecodeBest(workspace, 3, new byte[21], new long[3]);
            model.ForwardBackward(workspace);
        }, iter: 20_000);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"name\":1,\"version\":\"1\"}")]
    [InlineData("{\"name\":\"a\"}")]
    [InlineData("{\"name\":\"a\",\"version\":\"1\",\"components\":{}}")]
    [InlineData("{\"name\":\"a\",\"version\":\"1\",\"components\":[{\"scores\":[{\"value\":\"x\"}]}]}")]
    [InlineData("{\"name\":\"a\",\"version\":\"1\"} {}")]
    [InlineData("{\"name\":\"a\",\"version\":\"1\",\"more\":[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]}")]
    [InlineData("{\"name\":\"\\ud800\",\"version\":\"1\"}")]
    public void Metadata_of_another_shape_is_refused(string json)
    {
        byte[] file = ModelFileWriter.Write([ModelFileWriter.Section.Of(ModelSection.Metadata, System.Text.Encoding.UTF8.GetBytes(json))]);
        Assert.Throws<ModelFormatException>(() => NlpModel.FromBytes(file));
    }

    [Fact]
    public void Metadata_that_a_later_library_added_is_passed_over()
    {
        byte[] json = "{\"later\":{\"a\":[1,2]},\"name\":\"a\",\"version\":\"1\",\"components\":[{\"later\":[{}],\"name\":\"x\"}]}"u8.ToArray();
        var model = NlpModel.FromBytes(ModelFileWriter.Write([ModelFileWriter.Section.Of(ModelSection.Metadata, json)]));
        Assert.Equal("x", Assert.Single(model.Info.Components).Name);
    }

    private sealed class TrickleStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(3, buffer.Length)]);

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(3, count));
    }
}
