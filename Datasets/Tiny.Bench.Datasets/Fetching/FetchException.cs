using Tiny.Bench.Core;

namespace Tiny.Bench.Datasets.Fetching;

/// <summary>An item could not be fetched. What came so far is kept for the next try, where it is of use, and is never visible as the item.</summary>
public sealed class FetchException : TinyBenchException
{
    /// <summary>Creates the error; <paramref name="where"/> is the address, the archive's entry or the file.</summary>
    public FetchException(FetchFault fault, string where, string problem, Exception? cause = null)
        : base(where, problem, cause) => Fault = fault;

    /// <summary>What happened.</summary>
    public FetchFault Fault { get; }

    /// <summary>How long the server asks to wait; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the same request may succeed later.</summary>
    public bool IsTransient =>
        Fault is FetchFault.Connection or FetchFault.Truncated or FetchFault.Stalled or FetchFault.ServerBusy or FetchFault.StalePart;
}
