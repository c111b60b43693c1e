using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Tiny.Bench.Reference.Exhaustive;

/// <summary>Gathers differing accumulators that arrive in ascending order, block after block.</summary>
internal sealed class DifferenceSet : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly List<int> _listed = [];
    private long _oneHigher;
    private long _oneLower;
    private long _count;
    private int _last;

    /// <summary>Adds the differences of the next accumulators.</summary>
    public void Add(BlockDifferences block)
    {
        ReadOnlySpan<int> accumulators = block.Accumulators;
        if (accumulators.IsEmpty)
            return;
        _hash.AppendData(MemoryMarshal.AsBytes(accumulators));
        // One more than is shown, so that a full list is told from a cut one.
        _listed.AddRange(accumulators[..Math.Min(accumulators.Length, RequantizationComparison.ListedAtMost + 1 - _listed.Count)]);
        _count += accumulators.Length;
        _oneHigher += block.OneHigher;
        _oneLower += block.OneLower;
        _last = accumulators[^1];
    }

    /// <summary>The finished answer.</summary>
    public RequantizationComparison Finish(RequantizationQuestion question) => new()
    {
        Pair = question.Pair,
        Scale = question.Scale,
        Clamp = question.Clamp,
        Range = question.Range,
        Differing = _count,
        SecondOneHigher = _oneHigher,
        SecondOneLower = _oneLower,
        First = _count == 0 ? null : _listed[0],
        Last = _count == 0 ? null : _last,
        Accumulators = _count <= RequantizationComparison.ListedAtMost ? _listed : [],
        Sha256 = Convert.ToHexStringLower(_hash.GetHashAndReset()),
    };

    public void Dispose() => _hash.Dispose();
}
