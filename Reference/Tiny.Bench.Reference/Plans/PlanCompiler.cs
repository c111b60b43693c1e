using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Plans;

/// <summary>Lowers a model to the blob that the firmware runs: Boards/docs/plan.md.</summary>
/// <remarks>
/// The model is prepared as for the host, and what is written are the very parameters that the host's kernels were bound to. The same model and
/// options give the same bytes.
/// </remarks>
public static partial class PlanCompiler
{
    /// <summary>Lowers the main subgraph of a model.</summary>
    /// <exception cref="UnsupportedOperatorException">An operator, or the types it has, cannot be put into a plan; says which.</exception>
    /// <exception cref="ModelFormatException">The model contradicts itself, or is too large.</exception>
    /// <exception cref="PlanFormatException">Encoding or result form do not fit the model's inputs and outputs, or no board may run it.</exception>
    /// <exception cref="ArgumentException">The options have an id that no plan can hold, or a dialect that has no number.</exception>
    public static byte[] Compile(TfliteModel model, PlanOptions options)
    {
        var interpreter = new Interpreter(model, new InterpreterOptions { Dialect = options.Dialect, KeepInputs = true });
        var builder = new PlanBuilder(model.Source, options)
        {
            ArenaBytes = interpreter.Plan.Size,
            ModelSha256 = Convert.FromHexString(model.Sha256),
        };
        PlanParameters[] lowered = [.. interpreter.Operators.ToArray().Select(planned => Lower(model, planned))];
        int[] indices = AddTensors(builder, interpreter, lowered);
        foreach ((PlanParameters parameters, ModelOperator source) in lowered.Zip(model.Main.Operators))
            builder.AddOperator(parameters, [.. Read(source, parameters).Select(index => index < 0 ? index : indices[index])], indices[source.Outputs[0]]);
        return builder.Write([.. model.Main.Inputs.Select(index => indices[index])], [.. model.Main.Outputs.Select(index => indices[index])]);
    }

    private static PlanParameters Lower(TfliteModel model, PlannedOperator planned)
    {
        if (planned.Kernel.Parameters is { } parameters)
            return parameters;
        ModelOperator source = planned.Model;
        IEnumerable<string> types = source.Inputs.Concat(source.Outputs)
            .Select(index => index < 0 ? "none" : model.Main.Tensors[index].Type.SchemaName());
        throw new UnsupportedOperatorException(
            $"{model.Source}, operator {source.Index} ({source.Name})", $"a plan has no form of it for types {string.Join(", ", types)}");
    }

    private static IEnumerable<int> Read(ModelOperator source, PlanParameters parameters) => source.Inputs.Take(parameters.InputCount);

    /// <summary>Adds every tensor that the plan needs, by ascending index; gives the plan's index by the model's.</summary>
    private static int[] AddTensors(PlanBuilder builder, Interpreter interpreter, PlanParameters[] lowered)
    {
        ModelSubgraph graph = interpreter.Model.Main;
        var needed = new SortedSet<int>(graph.Inputs.Concat(graph.Outputs));
        foreach ((PlanParameters parameters, ModelOperator source) in lowered.Zip(graph.Operators))
        {
            needed.UnionWith(Read(source, parameters).Where(index => index >= 0));
            needed.Add(source.Outputs[0]);
        }

        var offsets = interpreter.Plan.Buffers.ToDictionary(buffer => buffer.Tensor, buffer => buffer.Offset);
        var indices = new int[graph.Tensors.Count];
        foreach (int index in needed)
            indices[index] = AddTensor(builder, interpreter.Model.Source, graph.Tensors[index], offsets);
        return indices;
    }

    private static int AddTensor(PlanBuilder builder, string source, ModelTensor tensor, Dictionary<int, int> offsets)
    {
        bool isUnpacked = tensor is { Type: TensorType.Int4, IsConstant: true };
        TensorType type = isUnpacked ? TensorType.Int8 : tensor.Type;
        if (!PlanTensor.IsSupported(type) || tensor.IsVariable)
        {
            string what = tensor.IsVariable ? "a variable" : tensor.Type.SchemaName();
            throw new ModelFormatException(source, $"tensor {tensor.Index} is {what}; a plan holds FLOAT32, INT32 and INT8 without memory of earlier inferences");
        }

        bool hasScale = type == TensorType.Int8 && tensor.Quantization is { IsQuantized: true, IsPerChannel: false };
        (float scale, int zeroPoint) = hasScale ? (tensor.Quantization.Scale, tensor.Quantization.ZeroPoint) : (0, 0);
        if (tensor.Data is not { } data)
            return builder.AddComputed(type, offsets[tensor.Index], tensor.ByteCount, scale, zeroPoint);
        if (!isUnpacked)
            return builder.AddConstant(type, data.Span, scale, zeroPoint);
        var unpacked = new sbyte[tensor.Shape.ElementCount];
        Int4.Unpack(data.Span, unpacked);
        return builder.AddConstant(type, System.Runtime.InteropServices.MemoryMarshal.AsBytes<sbyte>(unpacked), scale, zeroPoint);
    }
}
