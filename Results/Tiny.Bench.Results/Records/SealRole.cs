namespace Tiny.Bench.Results.Records;

/// <summary>What a sealed part is.</summary>
internal enum SealRole
{
    /// <summary>The record's file.</summary>
    Record,

    /// <summary>A transcript, log or trace beside the record.</summary>
    Evidence,

    /// <summary>The model, by the digest in the record.</summary>
    Model,

    /// <summary>The sample list, by the digest in the record.</summary>
    Data,

    /// <summary>The firmware, by the digest in the record.</summary>
    Firmware,
}
