using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Quantizing;

/// <summary>How one kind of operator is quantized.</summary>
internal sealed record OperatorRule
{
    /// <summary>Position of the weights among the inputs; null for an operator without.</summary>
    public int? Weights { get; init; }

    /// <summary>Position of the bias among the inputs, where there may be none; null for an operator without.</summary>
    public int? Bias { get; init; }

    /// <summary>The axis of the weights that has a scale per channel; null for one scale.</summary>
    public int? ChannelAxis { get; init; }

    /// <summary>Whether inputs and outputs must have one scale and zero point.</summary>
    public bool SharesScale { get; init; }

    /// <summary>The output quantization that the kernel is written for, int8 activations; null when the range decides.</summary>
    public Quantization? Int8Output { get; init; }

    /// <summary>The same for int16 activations.</summary>
    public Quantization? Int16Output { get; init; }

    /// <summary>The option field that holds a fused activation; null when a RELU behind the operator cannot be made part of it.</summary>
    public (BuiltinOptionsType Table, int Field)? Fusing { get; init; }

    /// <summary>Whether an input is neither weights nor bias: an activation, or a shape or axis that is not quantized.</summary>
    public bool IsActivation(int position) => position != Weights && position != Bias;
}
