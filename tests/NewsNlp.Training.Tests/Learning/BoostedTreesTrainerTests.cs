using NewsNlp.Models;
using NewsNlp.Training.Learning;
using NewsNlp.Training.Packing;

namespace NewsNlp.Training.Tests.Learning;

public class BoostedTreesTrainerTests
{
    private static readonly BoostedTreesOptions Options = new() { Trees = 60, NumberShare = 1, Rate = 0.2 };

    [Fact]
    public void What_only_two_numbers_together_tell_is_learned()
    {
        var random = new SplitMix(11);
        var trees = Read(Bytes(Examples(random, 4000), Options));
        int right = 0;
        for (int i = 0; i < 500; i++)
        {
            var (numbers, answer) = Example(random);
            if (trees.Probability(numbers) > 0.5 == answer) right++;
        }

        Assert.InRange(right, 480, 500);
    }

    [Fact]
    public void Probabilities_are_those_of_a_coin_that_nothing_tells_of()
    {
        var random = new SplitMix(12);
        var examples = new ExampleTable(1);
        for (int i = 0; i < 5000; i++) examples.Add([random.Below(100)], random.Below(10) < 3);
        var trees = Read(Bytes(examples, Options with { Trees = 10 }), 1);
        for (int value = 0; value < 100; value += 10) Assert.Equal(0.3, trees.Probability([value]), 0.1);
    }

    [Fact]
    public void Answers_between_no_and_yes_are_learned_as_probabilities()
    {
        var random = new SplitMix(16);
        var examples = new ExampleTable(1);
        for (int i = 0; i < 4000; i++)
        {
            int side = random.Below(2);
            examples.Add([side], side == 0 ? 0.2 : 0.65);
        }

        var trees = Read(Bytes(examples, Options), 1);
        Assert.Equal(0.2, trees.Probability([0]), 0.02);
        Assert.Equal(0.65, trees.Probability([1]), 0.02);
    }

    [Fact]
    public void Scores_are_the_logarithms_of_the_odds()
    {
        var trees = Read(Bytes(Examples(new SplitMix(17), 1000), Options));
        double[] scores = new double[1];
        trees.Scores([1, 0, 5], 3, scores);
        Assert.Equal(trees.Probability([1, 0, 5]), PortableMath.Logistic(scores[0]));
        Assert.InRange(scores[0], 0.5, 20);
    }

    [Fact]
    public void Many_cases_together_get_what_each_gets_alone()
    {
        var random = new SplitMix(15);
        var trees = Read(Bytes(Examples(random, 1000), Options));
        for (int count = 0; count < 70; count++)
        {
            float[][] cases = [.. Enumerable.Range(0, count).Select(_ => Example(random).Numbers)];
            double[] together = new double[count];
            trees.Probabilities([.. cases.SelectMany(numbers => numbers)], 3, together);
            Assert.Equal(cases.Select(numbers => trees.Probability(numbers)), together);
        }
    }

    [Fact]
    public void The_same_examples_and_seed_give_the_same_bytes() =>
        Assert.Equal(Bytes(Examples(new SplitMix(13), 1000), Options), Bytes(Examples(new SplitMix(13), 1000), Options));

    [Fact]
    public void Damaged_trees_are_refused_or_end()
    {
        byte[] bytes = Bytes(Examples(new SplitMix(14), 500), Options with { Trees = 3 });
        for (int at = 0; at < bytes.Length; at++)
        {
            byte[] damaged = [.. bytes];
            damaged[at] ^= 0x55;
            try
            {
                Assert.InRange(Read(damaged).Probability([1, 0, 5]), 0, 1);
            }
            catch (ModelFormatException)
            {
                // Refused: as good.
            }
        }
    }

    [Fact]
    public void An_example_with_too_few_numbers_is_refused() =>
        Assert.Throws<ArgumentException>(() => new ExampleTable(2).Add([1], true));

    private static ExampleTable Examples(SplitMix random, int count)
    {
        var examples = new ExampleTable(3);
        for (int i = 0; i < count; i++)
        {
            var (numbers, answer) = Example(random);
            examples.Add(numbers, answer);
        }

        return examples;
    }

    // Yes where one of the first two numbers is 1 and the other 0; the third is noise.
    private static (float[] Numbers, bool Answer) Example(SplitMix random)
    {
        int one = random.Below(2), other = random.Below(2);
        return ([one, other, random.Below(1000)], one != other);
    }

    private static byte[] Bytes(ExampleTable examples, BoostedTreesOptions options)
    {
        var writer = new SectionWriter();
        BoostedTreesWriter.Write(writer, BoostedTreesTrainer.Train(examples, options));
        return writer.ToArray();
    }

    private static BoostedTrees Read(byte[] bytes, int numbers = 3) =>
        BoostedTrees.Read(new SectionReader(ModelMemory.CopyOf(bytes), "trees"), numbers);
}
