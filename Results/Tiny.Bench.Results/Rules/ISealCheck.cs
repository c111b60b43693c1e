namespace Tiny.Bench.Results.Rules;

/// <summary>Holds a record against its seal.</summary>
public interface ISealCheck
{
    /// <summary>What was altered since the record was sealed; empty when nothing was.</summary>
    /// <param name="recordFile">Full path of the record, beside which its <c>.seal.json</c> lies.</param>
    /// <exception cref="Core.TinyBenchException">The seal cannot be read.</exception>
    IReadOnlyList<SealFinding> Check(string recordFile);
}
