using NewsNlp.Models;
using NewsNlp.Quotations.Roles;
using NewsNlp.Training.Packing;
using NewsNlp.Training.Quotations.Roles;

namespace NewsNlp.Training.Tests.Quotations;

public class RoleTrainingTests
{
    private const uint Who = 1_000_000, Says = 2_000_000_000, What = 4_000_000_000;

    [Fact]
    public void The_same_sentences_and_seed_give_the_same_bytes_and_another_seed_others()
    {
        byte[] first = Train(Sentences(), 3), second = Train(Sentences(), 3), other = Train(Sentences(), 4);
        Assert.Equal(first, second);
        Assert.NotEqual(first, other);
    }

    [Fact]
    public void The_loss_falls_and_the_network_can_be_read()
    {
        var losses = new List<double>();
        var writer = new SectionWriter();
        RoleTraining.Train(Sentences(), 3, writer, report => losses.Add(report.Loss));
        Assert.Equal(RoleTraining.Epochs, losses.Count);
        Assert.InRange(losses[^1], 0, losses[0] / 2);

        var reader = new SectionReader(ModelMemory.CopyOf(writer.ToArray()), "roles");
        var network = RoleNetwork.Read(reader);
        reader.End();
        Assert.Equal(1, network.Tables.RowOf(Who));
        Assert.Equal(3, network.Tables.RowOf(What));
        Assert.Equal(RoleInputs.UnknownWord, network.Tables.RowOf(12345));
    }

    [Fact]
    public void Nothing_to_learn_from_still_gives_a_network()
    {
        var reader = new SectionReader(ModelMemory.CopyOf(Train([], 3)), "roles");
        Assert.Equal(RoleInputs.UnknownWord, RoleNetwork.Read(reader).Tables.RowOf(Who));
        reader.End();
    }

    [Fact]
    public void A_network_that_was_cut_off_or_changed_is_refused_or_read()
    {
        var bytes = Train(Sentences(), 3);
        for (var length = 0; length < bytes.Length; length += 997) AssertReadsOrRefuses(bytes[..length]);
        for (var i = 0; i < bytes.Length; i += i < 400 ? 1 : 1009)
        {
            var changed = (byte[])bytes.Clone();
            changed[i] ^= 0x55;
            AssertReadsOrRefuses(changed);
        }
    }

    private static void AssertReadsOrRefuses(byte[] bytes)
    {
        try
        {
            var network = RoleNetwork.Read(new SectionReader(ModelMemory.CopyOf(bytes), "roles"));
            var numbers = new short[network.Tables.Width];
            network.Tables.Read(Enumerable.Repeat(70_000, RoleInputs.Count).ToArray(), numbers);
            network.Inputs.Multiply(numbers, 1, new int[network.Inputs.Outputs]);
        }
        catch (ModelFormatException)
        {
            // Refused.
        }
    }

    private static byte[] Train(IEnumerable<RoleSentence> sentences, ulong seed)
    {
        var writer = new SectionWriter();
        RoleTraining.Train(sentences, seed, writer);
        return writer.ToArray();
    }

    // "who says what what", of several lengths: the words tell all.
    private static List<RoleSentence> Sentences()
    {
        var sentences = new List<RoleSentence>();
        for (var i = 0; i < 400; i++)
        {
            int contents = 2 + (i % 5), length = 2 + contents;
            var keys = new uint[length];
            Array.Fill(keys, What);
            (keys[0], keys[1]) = (Who, Says);
            var labels = new byte[length];
            Array.Fill(labels, (byte)(RoleLabels.Content + RoleLabels.Inner));
            labels[0] = RoleLabels.Source + RoleLabels.Only;
            labels[1] = RoleLabels.Cue + RoleLabels.Only;
            labels[2] = RoleLabels.Content + RoleLabels.First;
            labels[^1] = RoleLabels.Content + RoleLabels.Last;
            sentences.Add(new RoleSentence(keys, [.. Enumerable.Range(0, length * RoleInputs.Count).Select(k => k % 3)], labels));
        }

        return sentences;
    }
}
