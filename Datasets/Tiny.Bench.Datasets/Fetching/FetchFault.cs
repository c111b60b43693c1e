namespace Tiny.Bench.Datasets.Fetching;

/// <summary>What kept an item from being fetched.</summary>
public enum FetchFault
{
    /// <summary>The server could not be reached, or the connection broke.</summary>
    Connection,

    /// <summary>The body ended early.</summary>
    Truncated,

    /// <summary>Too few bytes came for too long.</summary>
    Stalled,

    /// <summary>The server refused for now: 408, 429 or 5xx.</summary>
    ServerBusy,

    /// <summary>The server refused.</summary>
    Refused,

    /// <summary>A redirect that is not followed: a loop, too many, to an unsafe address.</summary>
    Redirect,

    /// <summary>More or fewer bytes are offered than the item has.</summary>
    WrongLength,

    /// <summary>The body is encoded although plain bytes were asked for.</summary>
    Encoding,

    /// <summary>A part that was kept from before does not go on as it began.</summary>
    StalePart,

    /// <summary>No hash of the item is published, and the caller has not accepted that.</summary>
    Unverified,

    /// <summary>No address is known, or the local folder has no copy.</summary>
    NotAvailable,

    /// <summary>The archive is damaged, or holds what must not be unpacked.</summary>
    Archive,

    /// <summary>The cache cannot be written: the disk is full, or access is denied.</summary>
    Cache,

    /// <summary>Another process kept the item locked for too long.</summary>
    Locked,
}
