using Tiny.Bench.Reference;
using Tiny.Bench.Reference.Models;
using Tiny.Bench.Reference.Quantizing;

namespace Tiny.Bench.Cli.Output;

/// <summary>What became of a float model, as <c>--json</c> prints it.</summary>
internal sealed record QuantizedModelSummary
{
    /// <summary>The float model.</summary>
    public required string Source { get; init; }

    /// <summary>Bytes of the float model.</summary>
    public required int FloatBytes { get; init; }

    /// <summary>Bytes of the quantized one.</summary>
    public required int Bytes { get; init; }

    /// <summary>SHA-256 of the quantized one, 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Inputs that it was calibrated with.</summary>
    public required int CalibrationInputs { get; init; }

    /// <summary>The operators in execution order.</summary>
    public required IReadOnlyList<QuantizedLayer> Layers { get; init; }

    /// <summary>What 4-bit weights cost each operator of the float model; null where nothing was searched.</summary>
    public required IReadOnlyList<LayerSensitivity>? Sensitivities { get; init; }

    /// <summary>Where it was written; null for nowhere.</summary>
    public required string? Model { get; init; }

    public static QuantizedModelSummary Of(TfliteModel original, TfliteModel quantized, int inputs, IReadOnlyList<LayerSensitivity>? sweep, string? path) => new()
    {
        Source = original.Source,
        FloatBytes = original.FileLength,
        Bytes = quantized.FileLength,
        Sha256 = quantized.Sha256,
        CalibrationInputs = inputs,
        Layers = [.. quantized.Main.Operators.Select(model => LayerOf(quantized.Main, model))],
        Sensitivities = sweep,
        Model = path,
    };

    /// <summary>The same as text.</summary>
    public void Print(TextWriter output)
    {
        TextTable.Write(
            output,
            [">#", "operator", "type", ">scale", ">zero point", "weights", ">scales", ">smallest", ">largest", "output"],
            Layers.Select(layer => (IReadOnlyList<string>)[
                $"{layer.Index}", layer.Operator, layer.Type, $"{layer.Scale:G6}", $"{layer.ZeroPoint}", layer.Weights ?? "",
                $"{layer.WeightScales}", $"{layer.SmallestWeightScale:G6}", $"{layer.LargestWeightScale:G6}", layer.Output]));
        output.WriteLine();
        PrintSensitivities(output);
        output.WriteLine($"{PlainText.Line(Source)}: {FloatBytes:N0} bytes, quantized {Bytes:N0}, calibrated with {CalibrationInputs:N0} inputs");
        if (Model is not null)
            output.WriteLine($"written  {PlainText.Line(Model)}");
    }

    private void PrintSensitivities(TextWriter output)
    {
        if (Sensitivities is null)
            return;
        TextTable.Write(
            output,
            [">#", "4-bit weights in", ">saved bytes", ">squared error"],
            Sensitivities.Select(layer => (IReadOnlyList<string>)[$"{layer.Operator}", layer.Name, $"{layer.SavedBytes:N0}", $"{layer.Damage:G4}"]));
        output.WriteLine();
    }

    private static QuantizedLayer LayerOf(ModelSubgraph graph, ModelOperator model)
    {
        ModelTensor output = graph.Tensors[model.Outputs[0]];
        ModelTensor? weights = model.Inputs.Where(input => input >= 0).Select(input => graph.Tensors[input])
            .FirstOrDefault(tensor => tensor.IsConstant && tensor.Type is TensorType.Int8 or TensorType.Int4 && tensor.Quantization.IsQuantized);
        float[]? scales = weights?.Quantization.Scales.ToArray();
        return new QuantizedLayer
        {
            Index = model.Index,
            Operator = model.Name,
            Output = output.Name,
            Type = output.Type.SchemaName(),
            Scale = output.Quantization.Scale,
            ZeroPoint = output.Quantization.ZeroPoint,
            Weights = weights?.Type.SchemaName(),
            WeightScales = scales?.Length,
            SmallestWeightScale = scales?.Min(),
            LargestWeightScale = scales?.Max(),
        };
    }
}
