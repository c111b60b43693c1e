using Tiny.Bench.Reference.Execution;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>A prepared operator with its tensors; null for an input that is left out.</summary>
internal sealed record BoundOperator(PreparedOperator Prepared, IReadOnlyList<Tensor?> Inputs, IReadOnlyList<Tensor> Outputs)
{
    /// <summary>Runs it once.</summary>
    public void Invoke() => Prepared.Invoke();

    /// <summary>The content of an input now: a variable one changes with each run.</summary>
    public T[] Input<T>(int position)
        where T : unmanaged => Inputs[position]!.Read<T>().ToArray();

    /// <summary>The content of an output now.</summary>
    public T[] Output<T>(int position = 0)
        where T : unmanaged => Outputs[position].Read<T>().ToArray();
}
