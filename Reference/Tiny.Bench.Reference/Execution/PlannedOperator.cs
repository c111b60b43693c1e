using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Execution;

/// <summary>An operator as the interpreter runs it: what the file says, the bound kernel, and its tensors.</summary>
public sealed class PlannedOperator
{
    internal PlannedOperator(ModelOperator model, PreparedOperator kernel, Tensor[] outputs)
    {
        Model = model;
        Kernel = kernel;
        OutputTensors = outputs;
    }

    /// <summary>What the file says.</summary>
    public ModelOperator Model { get; }

    /// <summary>Multiply-accumulates of one run.</summary>
    public long MultiplyAccumulates => Kernel.MultiplyAccumulates;

    /// <summary>Which kernel computes it: <c>plain</c>, or the tier and form of a fast one.</summary>
    public string KernelName => Kernel.Kernel;

    /// <summary>The tensors that it writes.</summary>
    public ReadOnlySpan<Tensor> Outputs => OutputTensors;

    internal PreparedOperator Kernel { get; }

    private Tensor[] OutputTensors { get; }
}
