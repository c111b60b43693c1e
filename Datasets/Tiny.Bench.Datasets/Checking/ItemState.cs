namespace Tiny.Bench.Datasets.Checking;

/// <summary>What a check found.</summary>
public enum ItemState
{
    /// <summary>Nothing lies there.</summary>
    Missing,

    /// <summary>It is what the catalogue means, to the last byte.</summary>
    Right,

    /// <summary>It is something else, damaged or not complete.</summary>
    Wrong,

    /// <summary>It lies there, and no hash of it is known.</summary>
    Unknown,
}
