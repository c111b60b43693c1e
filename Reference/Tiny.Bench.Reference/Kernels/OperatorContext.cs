using System.Diagnostics.CodeAnalysis;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>What a kernel sees while it prepares one operator: its tensors, its options, and the words for what is wrong.</summary>
internal sealed partial class OperatorContext(string source, ModelOperator @operator, IReadOnlyList<Tensor> tensors, HostMemory memory)
{
    /// <summary>The softmax of int8 logits.</summary>
    public SoftmaxRule Softmax { get; init; }

    /// <summary>Which kernels may be chosen.</summary>
    public KernelSet Kernels { get; init; }

    /// <summary>What fast kernels may take for packed weights: apart from what operators need, so that no model is refused for being run fast.</summary>
    public HostMemory PackingMemory { get; init; } = new(0);

    /// <summary>Number of inputs the file lists, left-out ones included.</summary>
    public int InputCount => @operator.Inputs.Count;

    /// <summary>Number of outputs.</summary>
    public int OutputCount => @operator.Outputs.Count;

    private string Where => $"{source}, operator {@operator.Index} ({@operator.Name})";

    /// <summary>The operator's options, which must be the schema's table for it, or absent (then every field has its default).</summary>
    public OperatorOptions Options(BuiltinOptionsType expected)
    {
        BuiltinOptionsType type = @operator.Options.Type;
        Require(
            type == expected || type == BuiltinOptionsType.None,
            $"has options of union member {(int)type}; expected {(int)expected} ({expected}Options)");
        return @operator.Options;
    }

    /// <summary>Checks the number of inputs and outputs.</summary>
    public void RequireArity(int minimumInputs, int maximumInputs, int outputs = 1)
    {
        if (InputCount < minimumInputs || InputCount > maximumInputs)
            Fail($"has {InputCount} inputs; expected {(minimumInputs == maximumInputs ? $"{minimumInputs}" : $"{minimumInputs} to {maximumInputs}")}");
        if (OutputCount != outputs)
            Fail($"has {OutputCount} outputs; expected {outputs}");
    }

    /// <summary>An input that must be there.</summary>
    public Tensor Input(int position) =>
        OptionalInput(position) ?? throw Error($"input {position} is left out; it is required");

    /// <summary>An input that may be left out.</summary>
    public Tensor? OptionalInput(int position) =>
        position < InputCount && @operator.Inputs[position] >= 0 ? tensors[@operator.Inputs[position]] : null;

    /// <summary>An output.</summary>
    public Tensor Output(int position = 0) => tensors[@operator.Outputs[position]];

    /// <summary>Checks a condition; <paramref name="problem"/> says what stands there and what was expected.</summary>
    public void Require([DoesNotReturnIf(false)] bool condition, string problem)
    {
        if (!condition)
            Fail(problem);
    }

    /// <summary>Checks an element type.</summary>
    public void RequireType(Tensor tensor, TensorType expected) =>
        Require(tensor.Type == expected, $"tensor {tensor.Index} is {tensor.Type.SchemaName()}; expected {expected.SchemaName()}");

    /// <summary>Checks the rank.</summary>
    public void RequireRank(Tensor tensor, int minimum, int maximum) =>
        Require(
            tensor.Shape.Rank >= minimum && tensor.Shape.Rank <= maximum,
            $"tensor {tensor.Index} has shape {tensor.Shape}; expected {(minimum == maximum ? $"rank {minimum}" : $"rank {minimum} to {maximum}")}");

    /// <summary>Checks the extents.</summary>
    public void RequireShape(Tensor tensor, Shape expected) =>
        Require(tensor.Shape.Equals(expected), $"tensor {tensor.Index} has shape {tensor.Shape}; expected {expected}");

    /// <summary>Checks that the content is in the file, so that <c>Prepare</c> may rely on it.</summary>
    public void RequireConstant(Tensor tensor) =>
        Require(tensor.IsConstant, $"tensor {tensor.Index} is computed at run time; expected a constant");

    /// <summary>One input and one output of the same shape.</summary>
    public (Tensor Input, Tensor Output) RequireUnary()
    {
        RequireArity(1, 1);
        Tensor input = Input(0), output = Output();
        RequireShape(output, input.Shape);
        return (input, output);
    }

    /// <summary>One input and one output of the same shape and type.</summary>
    public (Tensor Input, Tensor Output) RequireElementwise()
    {
        (Tensor input, Tensor output) = RequireUnary();
        if (output.Type != input.Type)
            throw Unsupported(input, output);
        return (input, output);
    }

    /// <summary>Checks that so much memory may be kept for the operator, before it is.</summary>
    public void RequireMemory(long bytes) =>
        Require(memory.TryTake(bytes), $"needs {bytes} bytes for factors and weights; with the operators before it that is more than may be kept");

    /// <summary>Says that the combination of types has no kernel.</summary>
    public UnsupportedOperatorException Unsupported(params ReadOnlySpan<Tensor?> tensors)
    {
        var types = new List<string>();
        foreach (Tensor? tensor in tensors)
            types.Add(tensor is null ? "none" : tensor.Type.SchemaName());
        return new UnsupportedOperatorException(Where, $"version {@operator.Version} has no kernel for types {string.Join(", ", types)}");
    }

    /// <summary>Says what is wrong.</summary>
    public ModelFormatException Error(string problem) => new(Where, problem);

    [DoesNotReturn]
    private void Fail(string problem) => throw Error(problem);
}
