using Tiny.Bench.Core.Systems;

namespace Tiny.Bench.Harness.Conformance;

/// <summary>Where the checksums of a system's operators come from: some tell all at once, some one at a time.</summary>
public interface IOperatorChecksums
{
    /// <summary>One exchange: asks for the checksum of one operator of an inference.</summary>
    /// <param name="input">Exactly the system's input bytes.</param>
    /// <param name="index">Position in execution order.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>At least the asked operator; whatever else the system told in the same answer.</returns>
    /// <exception cref="Core.TinyBenchException">The system failed.</exception>
    ValueTask<IReadOnlyList<OperatorTrace>> AskAsync(ReadOnlyMemory<byte> input, int index, CancellationToken cancellationToken);
}
