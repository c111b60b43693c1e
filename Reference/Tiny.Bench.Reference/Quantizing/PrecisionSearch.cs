using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Quantizing;

/// <summary>Chooses which operators get 4-bit weights so that the file fits a budget and the results change least.</summary>
/// <remarks>
/// The damage of each operator is measured alone and taken to add up. Results are compared before a final SOFTMAX or LOGISTIC, which hides
/// small errors.
/// </remarks>
public sealed class PrecisionSearch
{
    private readonly TfliteModel _model;
    private readonly Calibration _calibration;
    private readonly IReadOnlyList<ReadOnlyMemory<float>> _inputs;
    private readonly QuantizerOptions _options;
    private readonly float[][] _expected;

    /// <summary>Prepares the search.</summary>
    /// <param name="model">The float model.</param>
    /// <param name="calibration">What <see cref="Calibrator"/> found.</param>
    /// <param name="inputs">What the damage is measured on, at least one.</param>
    /// <param name="options">How everything but the choice is quantized.</param>
    public PrecisionSearch(
        TfliteModel model, Calibration calibration, IReadOnlyList<ReadOnlyMemory<float>> inputs, QuantizerOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfZero(inputs.Count, nameof(inputs));
        _model = model;
        _calibration = calibration;
        _inputs = inputs;
        _options = options;
        _expected = Results(model);
    }

    /// <summary>Operators whose weights can take 4 bits, by index.</summary>
    public IReadOnlySet<int> Candidates => CandidatesOf(_model);

    /// <summary>Operators of a float model whose weights can take 4 bits, by index.</summary>
    public static IReadOnlySet<int> CandidatesOf(TfliteModel model) => model.Main.Operators
        .Where(current => current.Code is BuiltinOperator.Conv2D or BuiltinOperator.DepthwiseConv2D or BuiltinOperator.FullyConnected)
        .Select(current => current.Index)
        .ToHashSet();

    /// <summary>Measures every candidate.</summary>
    /// <param name="progress">Called after each candidate.</param>
    /// <param name="cancellationToken">Ends the sweep between two candidates.</param>
    public IReadOnlyList<LayerSensitivity> Sweep(Action<int>? progress = null, CancellationToken cancellationToken = default)
    {
        TfliteModel whole = Quantize(new HashSet<int>());
        double floor = Error(whole);
        var sensitivities = new List<LayerSensitivity>();
        foreach (int candidate in Candidates.Order())
        {
            cancellationToken.ThrowIfCancellationRequested();
            TfliteModel narrowed = Quantize(new HashSet<int> { candidate });
            sensitivities.Add(new LayerSensitivity(
                candidate, _model.Main.Operators[candidate].Name, whole.FileLength - narrowed.FileLength, Math.Max(Error(narrowed) - floor, 0)));
            progress?.Invoke(sensitivities.Count);
        }

        return sensitivities;
    }

    /// <summary>The model with the least summed damage that a greedy choice finds within the budget.</summary>
    /// <param name="sensitivities">What <see cref="Sweep"/> found.</param>
    /// <param name="budgetBytes">Most bytes of the file.</param>
    /// <exception cref="QuantizationException">Even with all candidates at 4 bits the file is larger.</exception>
    public TfliteModel Fit(IReadOnlyList<LayerSensitivity> sensitivities, int budgetBytes)
    {
        TfliteModel whole = Quantize(new HashSet<int>());
        for (int excess = whole.FileLength - budgetBytes; ;)
        {
            TfliteModel fitted = Quantize(Choose(sensitivities, excess));
            if (fitted.FileLength <= budgetBytes)
                return fitted;
            TfliteModel smallest = Quantize(Choose(sensitivities, int.MaxValue));
            if (smallest.FileLength > budgetBytes)
                throw new QuantizationException(_model.Source, $"takes {smallest.FileLength} bytes with all weights at 4 bits; the budget is {budgetBytes}");

            // Alignment makes the savings of several operators differ from their sum by a few bytes.
            excess += fitted.FileLength - budgetBytes;
        }
    }

    /// <summary>Operators that save so many bytes together: those first that do the least damage for each byte, then without any that is not needed.</summary>
    internal static IReadOnlySet<int> Choose(IReadOnlyList<LayerSensitivity> sensitivities, int bytes)
    {
        var chosen = new List<LayerSensitivity>();
        int saved = 0;
        foreach (LayerSensitivity layer in sensitivities.Where(layer => layer.SavedBytes > 0).OrderBy(layer => layer.Damage / layer.SavedBytes).ThenBy(layer => layer.Operator))
        {
            if (saved >= bytes)
                break;
            chosen.Add(layer);
            saved += layer.SavedBytes;
        }

        foreach (LayerSensitivity layer in chosen.OrderByDescending(layer => layer.Damage).ThenBy(layer => layer.Operator).ToArray())
        {
            if (saved - layer.SavedBytes < bytes)
                continue;
            chosen.Remove(layer);
            saved -= layer.SavedBytes;
        }

        return chosen.Select(layer => layer.Operator).ToHashSet();
    }

    private TfliteModel Quantize(IReadOnlySet<int> int4) => Quantizer.Quantize(_model, _calibration, _options with { Int4Operators = int4 });

    private double Error(TfliteModel quantized)
    {
        float[][] results = Results(quantized);
        double sum = 0;
        long count = 0;
        for (int index = 0; index < results.Length; index++)
        for (int element = 0; element < results[index].Length; element++)
        {
            double difference = (double)results[index][element] - _expected[index][element];
            sum += difference * difference;
            count++;
        }

        return sum / count;
    }

    private float[][] Results(TfliteModel model)
    {
        var interpreter = new RealInterpreter(model);
        var observer = new ResultObserver(model.Main);
        return [.. _inputs.Select(input =>
        {
            interpreter.Invoke(input.Span, observer);
            return observer.Result;
        })];
    }

    private sealed class ResultObserver : IOperatorObserver
    {
        private readonly int _tensor;

        public ResultObserver(ModelSubgraph graph)
        {
            ModelOperator last = graph.Operators.First(model => model.Outputs.Contains(graph.Outputs[0]));
            _tensor = last.Code is BuiltinOperator.Softmax or BuiltinOperator.Logistic ? last.Inputs[0] : graph.Outputs[0];
        }

        public float[] Result { get; private set; } = [];

        public void Computed(ModelOperator @operator, ReadOnlySpan<Tensor> outputs)
        {
            foreach (Tensor output in outputs)
            {
                if (output.Index == _tensor)
                    Result = RealCodes.Decode(output);
            }
        }
    }
}
