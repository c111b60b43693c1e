namespace Tiny.Bench.Results.Records;

/// <summary>What a seal says of its record.</summary>
public enum SealState
{
    /// <summary>Record and evidence are byte for byte what was sealed, and the signature fits.</summary>
    Intact,

    /// <summary>The record has no seal.</summary>
    NotSealed,

    /// <summary>The record or a piece of evidence is not what was sealed.</summary>
    Altered,

    /// <summary>The seal itself is damaged: no seal by its form, a broken chain, a signature that does not fit.</summary>
    BrokenSeal,

    /// <summary>The seal is whole, and made with another key than the one asked for.</summary>
    OtherKey,
}
