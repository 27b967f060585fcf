using System.Diagnostics;
using System.Runtime.InteropServices;
using NewsNlp.Models;
using NewsNlp.Training.Packing;

namespace NewsNlp.Training.Learning;

/// <summary>
/// Trains a linear-chain conditional random field by stochastic gradient with AdaGrad, feature dropout and averaging.
/// One thread; the same corpus, options and seed give the same bytes.
/// </summary>
internal static unsafe class LinearChainTrainer
{
    /// <summary>
    /// Trains on a corpus, every label of which is below the constraints' label count. The loss of a validation set, if
    /// given, is reported after each epoch and can end training early.
    /// </summary>
    public static TrainedChain Train(
        SequenceCorpus corpus,
        ChainConstraints constraints,
        TrainingOptions options,
        SequenceCorpus? validation = null,
        Action<EpochReport>? progress = null)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(constraints.LabelCount, LinearChainModel.MaxLabels);
        var index = new FeatureIndex(corpus.AllFeatures, options.MinimumCount);
        if (options.MaxFeatures > 0 && index.Count > options.MaxFeatures)
        {
            var first = Fit(corpus, constraints, options with { Epochs = options.SelectionEpochs, Patience = 0 }, index, null, progress);
            index.Keep(options.MaxFeatures, Importance(first.Weights, index));
        }
        var chain = Fit(corpus, constraints, options, index, validation, progress);
        for (int seed = 1; seed < options.Seeds; seed++)
            chain.Add(Fit(corpus, constraints, options with { Seed = options.Seed + (ulong)seed }, index, validation, progress));
        return chain;
    }

    private static TrainedChain Fit(
        SequenceCorpus corpus,
        ChainConstraints constraints,
        TrainingOptions options,
        FeatureIndex index,
        SequenceCorpus? validation,
        Action<EpochReport>? progress)
    {
        using var rows = new TrainingRows(index.Count, constraints.LabelCount, options);
        using var lattice = new ChainLattice(constraints.LabelCount, rows.Width);
        var scores = new ChainScores(constraints, rows.Width, options);
        var pass = new Pass(corpus, index.Numbers, rows, lattice, scores, options);
        var check = validation is null ? null : new Pass(validation, Known(validation, index), rows, lattice, scores, options);
        var random = new SplitMix(options.Seed);
        int[] order = [.. Enumerable.Range(0, corpus.Count)];
        int averageFrom = (int)(options.AverageFrom * options.Epochs), best = 0;
        double bestLoss = double.MaxValue;
        var clock = Stopwatch.StartNew();

        for (int epoch = 0; epoch < options.Epochs; epoch++)
        {
            random.Shuffle(order);
            double loss = 0;
            foreach (int sequence in order) loss += pass.Learn(sequence, random);
            if (epoch >= averageFrom)
            {
                rows.AddToAverage();
                scores.AddToAverage();
            }
            double? validationLoss = check?.Loss(1 - options.Dropout);
            progress?.Invoke(new EpochReport(epoch + 1, loss / Math.Max(1, corpus.PositionCount), validationLoss, clock.Elapsed));
            if (validationLoss < bestLoss) (bestLoss, best) = (validationLoss.Value, epoch);
            if (options.Patience > 0 && validationLoss is not null && epoch - best >= options.Patience) break;
        }
        return new TrainedChain(rows.Result(index.Hashes, 1 - options.Dropout), scores, options.Prune);
    }

    // How much a feature moves scores over the corpus: its occurrences times the spread of its weights over the labels.
    private static double[] Importance(FeatureWeights weights, FeatureIndex index)
    {
        var values = new double[weights.Count];
        for (int i = 0; i < values.Length; i++)
        {
            var row = weights.Row(i);
            double sum = 0, squares = 0;
            foreach (float weight in row)
            {
                sum += weight;
                squares += weight * weight;
            }
            values[i] = Math.Sqrt(index.Counts[i]) * (squares - sum * sum / row.Length);
        }
        return values;
    }

    private static int[] Known(SequenceCorpus corpus, FeatureIndex index)
    {
        var numbers = new Dictionary<uint, int>(index.Count);
        for (int i = 0; i < index.Count; i++) numbers[index.Hashes[i]] = i;
        var known = new int[corpus.FeatureCount];
        for (int i = 0; i < known.Length; i++) known[i] = numbers.GetValueOrDefault(corpus.AllFeatures[i], -1);
        return known;
    }

    private sealed class Pass(
        SequenceCorpus corpus, int[] numbers, TrainingRows rows, ChainLattice lattice, ChainScores scores, TrainingOptions options)
    {
        private readonly float[] _gradient = new float[scores.Values.Length];
        private readonly List<int> _kept = [];
        private readonly List<int> _starts = [];
        private readonly List<byte> _gold = [];
        private readonly List<ulong> _allowed = [];

        /// <summary>One step on one sequence; returns its loss before the step.</summary>
        public double Learn(int sequence, SplitMix random)
        {
            Choose(sequence, random);
            int length = _gold.Count;
            lattice.Begin(length);
            for (int i = 0; i < length; i++)
            {
                rows.Sum(Kept(i), lattice.Emissions(i));
                AddOffsets(sequence, i);
            }
            double? loss = Run();
            if (loss is null) return 0;
            scores.Update(_gradient);
            for (int i = 0; i < length; i++)
            {
                float* gradient = lattice.Emissions(i);
                float most = 0;
                for (int label = 0; label < rows.Width; label++) most = Math.Max(most, Math.Abs(gradient[label]));
                if (most >= options.GradientFloor) rows.Update(Kept(i), gradient);
            }
            return loss.Value;
        }

        /// <summary>The mean loss a position, without learning; weights count as much as after dropout.</summary>
        public double Loss(float scale)
        {
            double loss = 0;
            for (int sequence = 0; sequence < corpus.Count; sequence++)
            {
                Choose(sequence, null);
                lattice.Begin(_gold.Count);
                for (int i = 0; i < _gold.Count; i++)
                {
                    rows.Sum(Kept(i), lattice.Emissions(i));
                    VectorMath.Scale(lattice.Emissions(i), scale, rows.Width);
                    AddOffsets(sequence, i);
                }
                loss += Run() ?? 0;
            }
            return loss / Math.Max(1, corpus.PositionCount);
        }

        private void AddOffsets(int sequence, int position)
        {
            var offsets = corpus.Offsets(corpus.Sequence(sequence).Start + position);
            float* emissions = lattice.Emissions(position);
            for (int label = 0; label < offsets.Length; label++) emissions[label] += offsets[label];
        }

        private double? Run() =>
            lattice.Run(CollectionsMarshal.AsSpan(_gold), CollectionsMarshal.AsSpan(_allowed), scores, _gradient);

        private ReadOnlySpan<int> Kept(int position) =>
            CollectionsMarshal.AsSpan(_kept)[_starts[position].._starts[position + 1]];

        private void Choose(int sequence, SplitMix? random)
        {
            var (start, end) = corpus.Sequence(sequence);
            uint threshold = random is null ? 0 : (uint)(options.Dropout * 65536);
            _kept.Clear();
            _starts.Clear();
            _gold.Clear();
            _allowed.Clear();
            ulong bits = 0;
            int left = 0;
            for (int position = start; position < end; position++)
            {
                _starts.Add(_kept.Count);
                _gold.Add((byte)corpus.Label(position));
                _allowed.Add(corpus.Allowed(position));
                int first = corpus.FeatureStart(position), count = corpus.Features(position).Length;
                for (int i = first; i < first + count; i++)
                {
                    if (numbers[i] < 0) continue;
                    if (threshold > 0)
                    {
                        if (left == 0) (bits, left) = (random!.Next(), 4);
                        uint draw = (uint)bits & 0xFFFF;
                        bits >>= 16;
                        left--;
                        if (draw < threshold) continue;
                    }
                    _kept.Add(numbers[i]);
                }
            }
            _starts.Add(_kept.Count);
        }
    }
}
