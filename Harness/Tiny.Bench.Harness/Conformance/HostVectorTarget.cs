using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Reference.Vectors;

namespace Tiny.Bench.Harness.Conformance;

/// <summary>The kernels of this process, in one dialect. Takes cases from any number of threads.</summary>
/// <param name="dialect">The rounding.</param>
/// <param name="kernels">Which kernels are judged.</param>
public sealed class HostVectorTarget(Dialect dialect, KernelSet kernels = KernelSet.Auto) : IVectorTarget
{
    private readonly VectorRunner _runner = new(dialect, kernels);

    /// <inheritdoc/>
    public string Name => "host";

    /// <inheritdoc/>
    public Dialect Dialect => dialect;

    /// <inheritdoc/>
    public ValueTask<VectorResult> RunAsync(VectorCase vectorCase, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_runner.Run(vectorCase));

    /// <summary>Holds nothing.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
