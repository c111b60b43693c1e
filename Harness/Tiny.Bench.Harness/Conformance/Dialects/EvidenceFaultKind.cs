namespace Tiny.Bench.Harness.Conformance.Dialects;

/// <summary>What keeps evidence from being explained exactly, whatever the rule.</summary>
public enum EvidenceFaultKind
{
    /// <summary>An input that was asked for is not there.</summary>
    Missing,

    /// <summary>An input was not asked for, or the list does not know it.</summary>
    Unknown,

    /// <summary>An input is there more than once, with equal answers or with others; the first counts.</summary>
    Repeated,

    /// <summary>An answer does not have as many values as the model gives.</summary>
    WrongLength,

    /// <summary>A printed value is not what any code prints.</summary>
    NoCode,

    /// <summary>All values are printed codes, but not all in one way.</summary>
    MixedPrinting,
}
