using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Execution;

/// <summary>What a model is and costs, operator by operator.</summary>
public sealed record ModelSummary
{
    /// <summary>The file.</summary>
    public required string Source { get; init; }

    /// <summary>Bytes of the file.</summary>
    public required int FileBytes { get; init; }

    /// <summary>The operators in execution order.</summary>
    public required IReadOnlyList<OperatorSummary> Operators { get; init; }

    /// <summary>Multiply-accumulates of one inference.</summary>
    public required long MultiplyAccumulates { get; init; }

    /// <summary>Weights and biases, counted as elements, each constant once.</summary>
    public required long Parameters { get; init; }

    /// <summary>Bytes that those take.</summary>
    public required long ParameterBytes { get; init; }

    /// <summary>Bytes of the planned arena.</summary>
    public required int ArenaBytes { get; init; }

    /// <summary>Bytes below which no plan can go: the most that is alive at once.</summary>
    public required int ArenaLowerBoundBytes { get; init; }

    /// <summary>Describes a model that has been prepared.</summary>
    public static ModelSummary Of(Interpreter interpreter)
    {
        ModelSubgraph graph = interpreter.Model.Main;
        var operators = new List<OperatorSummary>();
        foreach (PlannedOperator planned in interpreter.Operators)
            operators.Add(Summarize(graph, planned));

        ModelTensor[] parameters = [.. graph.Operators
            .SelectMany(model => model.Inputs)
            .Distinct()
            .Where(index => index >= 0)
            .Select(index => graph.Tensors[index])
            .Where(IsParameter)];
        return new ModelSummary
        {
            Source = interpreter.Model.Source,
            FileBytes = interpreter.Model.FileLength,
            Operators = operators,
            MultiplyAccumulates = interpreter.MultiplyAccumulates,
            Parameters = parameters.Sum(tensor => (long)tensor.Shape.ElementCount),
            ParameterBytes = parameters.Sum(tensor => (long)tensor.Data!.Value.Length),
            ArenaBytes = interpreter.Plan.Size,
            ArenaLowerBoundBytes = interpreter.Plan.LowerBound,
        };
    }

    private static OperatorSummary Summarize(ModelSubgraph graph, PlannedOperator planned)
    {
        ModelOperator model = planned.Model;
        ModelTensor[] inputs = [.. model.Inputs.Where(index => index >= 0).Select(index => graph.Tensors[index])];
        ModelTensor output = graph.Tensors[model.Outputs[0]];
        bool isQuantized = output.Quantization.IsQuantized;
        return new OperatorSummary
        {
            Index = model.Index,
            Name = model.Name,
            Version = model.Version,
            Input = inputs.FirstOrDefault(tensor => !tensor.IsConstant)?.Shape.ToString() ?? "",
            Output = output.Shape.ToString(),
            Type = output.Type.SchemaName(),
            Scale = isQuantized ? output.Quantization.Scale : null,
            ZeroPoint = isQuantized ? output.Quantization.ZeroPoint : null,
            MultiplyAccumulates = planned.MultiplyAccumulates,
            Parameters = inputs.Where(IsParameter).Sum(tensor => (long)tensor.Shape.ElementCount),
        };
    }

    // Shapes, axes and paddings are int32 without a scale; a bias is int32 with one.
    private static bool IsParameter(ModelTensor tensor) => tensor.IsConstant
        && (tensor.Quantization.IsQuantized || tensor.Type == TensorType.Float32);
}
