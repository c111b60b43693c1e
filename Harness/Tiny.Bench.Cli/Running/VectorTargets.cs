using Tiny.Bench.Boards.Systems;
using Tiny.Bench.Boards.Targets;
using Tiny.Bench.Harness.Conformance;
using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Cli.Running;

/// <summary>Opens whatever <c>--target</c> names for single operators.</summary>
internal static class VectorTargets
{
    /// <summary>Opens a target.</summary>
    /// <param name="target">As <c>--target</c> takes it: <c>host</c>, <c>qemu:mps2-an386</c>, <c>host-firmware</c>.</param>
    /// <param name="boards">Where boards are.</param>
    /// <param name="dialect">The rounding to judge by; null for what a board claims, and for double rounding on the host.</param>
    /// <param name="cancellationToken">Ends the wait; nothing stays behind.</param>
    /// <exception cref="TargetAddressException">The text names no target.</exception>
    /// <exception cref="Core.TinyBenchException">The target is not there, or runs no single operators.</exception>
    public static async Task<IVectorTarget> OpenAsync(
        string target, BoardTargets boards, Dialect? dialect, CancellationToken cancellationToken)
    {
        var address = TargetAddress.Parse(target);
        return address.Scheme == TargetScheme.Host
            ? new HostVectorTarget(dialect ?? Dialect.DoubleRounding)
            : await BoardVectorTarget.OpenAsync(boards, address, dialect, cancellationToken);
    }
}
