using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Vectors;

namespace Tiny.Bench.Harness.Conformance;

/// <summary>The kernels of this process, in one dialect.</summary>
public sealed class HostVectorTarget(Dialect dialect) : IVectorTarget
{
    private readonly VectorRunner _runner = new(dialect);

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
