using Tiny.Bench.Reference;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Models;
using Tiny.Bench.Reference.Quantizing;

namespace Tiny.Bench.Harness.Quantizing;

/// <summary>Two forms of a model side by side, tensor by tensor.</summary>
/// <remarks>
/// Operators are paired by place where both models have the same ones, apart from QUANTIZE and DEQUANTIZE; else by the names of their outputs.
/// </remarks>
public sealed class LayerComparison : IOperatorObserver
{
    private readonly Dictionary<int, float[]> _values = [];
    private readonly List<(ModelOperator First, ModelOperator Second)> _pairs;
    private readonly RealInterpreter _first;
    private readonly RealInterpreter _second;

    /// <summary>Pairs the operators of two models.</summary>
    public LayerComparison(RealInterpreter first, RealInterpreter second)
    {
        _first = first;
        _second = second;
        _pairs = Pair(first.Interpreter.Model.Main, second.Interpreter.Model.Main);
    }

    /// <summary>The errors over some inputs, in the first model's order of execution; operators without a partner are left out.</summary>
    /// <param name="inputs">Inputs of both models, at least one.</param>
    /// <param name="cancellationToken">Ends the run between two inferences.</param>
    public IReadOnlyList<LayerError> Run(IEnumerable<ReadOnlyMemory<float>> inputs, CancellationToken cancellationToken = default)
    {
        var signal = new double[_pairs.Count];
        var noise = new double[_pairs.Count];
        foreach (ReadOnlyMemory<float> input in inputs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Dictionary<int, float[]> first = Values(_first, input.Span), second = Values(_second, input.Span);
            for (int index = 0; index < _pairs.Count; index++)
            {
                (double energy, double error) = Compare(first[_pairs[index].First.Index], second[_pairs[index].Second.Index]);
                signal[index] += energy;
                noise[index] += error;
            }
        }

        ModelSubgraph graph = _first.Interpreter.Model.Main;
        return [.. _pairs.Select((pair, index) => new LayerError(
            pair.First.Name, graph.Tensors[pair.First.Outputs[0]].Name, noise[index] == 0 ? null : 10 * Math.Log10(signal[index] / noise[index])))];
    }

    void IOperatorObserver.Computed(ModelOperator @operator, ReadOnlySpan<Tensor> outputs)
    {
        if (IsReal(outputs[0].Model))
            _values[@operator.Index] = RealCodes.Decode(outputs[0]);
    }

    private Dictionary<int, float[]> Values(RealInterpreter model, ReadOnlySpan<float> input)
    {
        _values.Clear();
        model.Invoke(input, this);
        return new Dictionary<int, float[]>(_values);
    }

    private static (double Energy, double Error) Compare(float[] first, float[] second)
    {
        double energy = 0, error = 0;
        for (int index = 0; index < first.Length; index++)
        {
            double difference = (double)first[index] - second[index];
            energy += (double)first[index] * first[index];
            error += difference * difference;
        }

        return (energy, error);
    }

    private static List<(ModelOperator First, ModelOperator Second)> Pair(ModelSubgraph first, ModelSubgraph second)
    {
        ModelOperator[] here = Computing(first), there = Computing(second);
        if (here.Select(model => model.Name).SequenceEqual(there.Select(model => model.Name), StringComparer.Ordinal))
            return [.. here.Zip(there).Where(pair => Count(first, pair.First) == Count(second, pair.Second))];

        ILookup<string, ModelOperator> byName = there.ToLookup(model => NameOf(second, model), StringComparer.Ordinal);
        return
        [
            .. here.Select(model => (First: model, Second: byName[NameOf(first, model)].FirstOrDefault()!))
                .Where(pair => pair.Second is not null && Count(first, pair.First) == Count(second, pair.Second)),
        ];
    }

    private static ModelOperator[] Computing(ModelSubgraph graph) =>
        [.. graph.Operators.Where(model => model.Code is not (BuiltinOperator.Quantize or BuiltinOperator.Dequantize) && IsReal(graph.Tensors[model.Outputs[0]]))];

    private static bool IsReal(ModelTensor tensor) => tensor.Type is TensorType.Float32 or TensorType.Int8 or TensorType.Int16;

    private static string NameOf(ModelSubgraph graph, ModelOperator model) => graph.Tensors[model.Outputs[0]].Name;

    private static int Count(ModelSubgraph graph, ModelOperator model) => graph.Tensors[model.Outputs[0]].Shape.ElementCount;
}
