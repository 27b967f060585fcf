using System.Runtime.Intrinsics;

namespace NewsNlp.Training.Learning.Recurrent;

/// <summary>
/// Gated recurrent units that read sentences in one direction (Cho et al. 2014, with the reset gate behind the product, as most
/// libraries have it), and their slopes by going back through the sentence. One thread; scratch memory for one batch.
/// </summary>
internal sealed unsafe class RecurrentLayer : IDisposable
{
    private readonly int _units;
    private readonly bool _backwards;
    private readonly FloatBuffer _weights = new(), _transposed = new(), _states = new(), _products = new(), _slopes = new();
    private readonly FloatBuffer _forget = new(), _keep = new(), _news = new(), _old = new(), _before = new(), _gateSlopes = new();

    public RecurrentLayer(int units, bool backwards, SplitMix random)
    {
        _units = units;
        _backwards = backwards;
        Weights = new AdamParameters(units * Width);
        Weights.SetUniform(1 / MathF.Sqrt(units), random);
        Offsets = new AdamParameters(Width);
    }

    /// <summary>The weights from the state before: a row for each unit, with the columns of <see cref="Width"/>.</summary>
    public AdamParameters Weights { get; }

    /// <summary>What the products with the state start from. Those of the gates stay zero: they are the inputs' to give.</summary>
    public AdamParameters Offsets { get; }

    private int Width => 3 * _units;

    /// <summary>Reads a batch.</summary>
    /// <param name="batch">The sentences.</param>
    /// <param name="inputs">A row of <see cref="Width"/> sums of inputs for each token.</param>
    /// <param name="inputStride">How far apart the rows are.</param>
    /// <param name="states">Takes the states, a row for each token.</param>
    /// <param name="stateStride">How far apart the rows are.</param>
    public void Read(SentenceBatch batch, float* inputs, int inputStride, float* states, int stateStride)
    {
        int units = _units;
        float* weights = _weights.Of(Weights.Values.Length);
        Weights.Values.CopyTo(_weights.Span);
        float* state = _states.Zeros(batch.Count * units);
        float* products = _products.Of(batch.Count * Width);
        float* forget = _forget.Of(batch.Rows * units), keep = _keep.Of(batch.Rows * units), news = _news.Of(batch.Rows * units);
        float* old = _old.Of(batch.Rows * units), before = _before.Of(batch.Rows * units);
        for (int step = 0; step < batch.Steps; step++)
        {
            int count = batch.CountAt(step);
            for (int s = 0; s < count; s++) Offsets.Values.CopyTo(new Span<float>(products + s * Width, Width));
            MatrixMath.AddProduct(state, units, weights, Width, products, Width, count, Width, units);
            for (int s = 0; s < count; s++)
            {
                nint row = batch.Row(s, step, _backwards);
                float* input = inputs + row * inputStride, product = products + s * Width, own = state + s * units;
                for (int j = 0; j < units; j += 8)
                {
                    nint at = row * units + j;
                    var r = VectorMath.Logistic(Vector256.Load(input + j) + Vector256.Load(product + j));
                    var z = VectorMath.Logistic(Vector256.Load(input + units + j) + Vector256.Load(product + units + j));
                    var q = Vector256.Load(product + 2 * units + j);
                    var n = VectorMath.Tanh(Vector256.Load(input + 2 * units + j) + r * q);
                    var h = Vector256.Load(own + j);
                    r.Store(forget + at);
                    z.Store(keep + at);
                    n.Store(news + at);
                    q.Store(old + at);
                    h.Store(before + at);
                    h = n + z * (h - n);
                    h.Store(own + j);
                    h.Store(states + row * stateStride + j);
                }
            }
        }
    }

    /// <summary>Goes back through the batch that was read last: sets the slopes of inputs and of the weights.</summary>
    /// <param name="batch">The sentences.</param>
    /// <param name="stateSlopes">The slopes of the states, a row for each token.</param>
    /// <param name="stateStride">How far apart the rows are.</param>
    /// <param name="inputSlopes">Takes the slopes of the sums of inputs, a row of <see cref="Width"/> for each token.</param>
    /// <param name="inputStride">How far apart the rows are.</param>
    public void GoBack(SentenceBatch batch, float* stateSlopes, int stateStride, float* inputSlopes, int inputStride)
    {
        int units = _units;
        float* transposed = _transposed.Of(Weights.Values.Length);
        MatrixMath.Transpose(_weights.Address, units, Width, transposed);
        float* slopes = _slopes.Zeros(batch.Count * units);
        float* products = _products.Of(batch.Count * Width);
        float* gates = _gateSlopes.Of(batch.Rows * Width);
        var one = Vector256<float>.One;
        for (int step = batch.Steps - 1; step >= 0; step--)
        {
            int count = batch.CountAt(step);
            for (int s = 0; s < count; s++)
            {
                nint row = batch.Row(s, step, _backwards);
                float* input = inputSlopes + row * inputStride, gate = gates + row * Width, product = products + s * Width;
                for (int j = 0; j < units; j += 8)
                {
                    nint at = row * units + j;
                    Vector256<float> r = Vector256.Load(_forget.Address + at), z = Vector256.Load(_keep.Address + at);
                    Vector256<float> n = Vector256.Load(_news.Address + at), q = Vector256.Load(_old.Address + at);
                    var h = Vector256.Load(_before.Address + at);
                    var slope = Vector256.Load(slopes + s * units + j) + Vector256.Load(stateSlopes + row * stateStride + j);
                    var keepSlope = slope * (h - n) * z * (one - z);
                    var newsSlope = slope * (one - z) * (one - n * n);
                    var forgetSlope = newsSlope * q * r * (one - r);
                    var oldSlope = newsSlope * r;
                    forgetSlope.Store(input + j);
                    keepSlope.Store(input + units + j);
                    newsSlope.Store(input + 2 * units + j);
                    forgetSlope.Store(gate + j);
                    keepSlope.Store(gate + units + j);
                    oldSlope.Store(gate + 2 * units + j);
                    forgetSlope.Store(product + j);
                    keepSlope.Store(product + units + j);
                    oldSlope.Store(product + 2 * units + j);
                    (slope * z).Store(slopes + s * units + j);
                }
            }
            MatrixMath.AddProduct(products, Width, transposed, units, slopes, units, count, units, Width);
        }
        SetWeightSlopes(batch.Rows, gates);
    }

    public void Dispose()
    {
        foreach (var buffer in (ReadOnlySpan<FloatBuffer>)
            [_weights, _transposed, _states, _products, _slopes, _forget, _keep, _news, _old, _before, _gateSlopes])
        {
            buffer.Dispose();
        }
    }

    private void SetWeightSlopes(int rows, float* gates)
    {
        float* before = _transposed.Of(rows * _units);
        MatrixMath.Transpose(_before.Address, rows, _units, before);
        Array.Clear(Weights.Slopes);
        fixed (float* slopes = Weights.Slopes)
            MatrixMath.AddProduct(before, rows, gates, Width, slopes, Width, _units, Width, rows);
        Array.Clear(Offsets.Slopes);
        for (nint row = 0; row < rows; row++)
        {
            for (int j = 2 * _units; j < Width; j++) Offsets.Slopes[j] += gates[row * Width + j];
        }
    }
}
