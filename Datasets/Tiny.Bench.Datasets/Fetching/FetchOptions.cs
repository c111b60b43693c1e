namespace Tiny.Bench.Datasets.Fetching;

/// <summary>How patient a fetch is, and what it accepts. The defaults suit a home line and a public server.</summary>
public sealed record FetchOptions
{
    /// <summary>Tries in a row that may fail, at least 1; a try that brings <see cref="Headway"/> starts the count again.</summary>
    public int Attempts { get; init; } = 6;

    /// <summary>New bytes that make a failed try count as headway.</summary>
    public long Headway { get; init; } = 1 << 20;

    /// <summary>Wait after the first failure; each further one waits twice as long, up to <see cref="LongestDelay"/>.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait between two tries; a server that asks for more is told as an error.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>A connection, an answer, or <see cref="StallBytes"/> of a body must come within this time.</summary>
    public TimeSpan StallTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Bytes that count as a sign of life.</summary>
    public int StallBytes { get; init; } = 1024;

    /// <summary>Redirects that are followed for one request.</summary>
    public int Redirects { get; init; } = 8;

    /// <summary>The most bytes that are taken of an item whose size is published nowhere.</summary>
    public long LargestUnknown { get; init; } = 256 << 20;

    /// <summary>How long to wait for another process that fetches the same item.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Whether an item without a published SHA-256 may be taken.</summary>
    public bool AcceptUnverified { get; init; }
}
