namespace Tiny.Bench.Harness.Conformance.Dialects;

/// <summary>A way of printing, to the treatment of ties: 16/256 is 0.0625, which rounds to 0.062 or to 0.063.</summary>
internal enum PrintedForm
{
    /// <summary>Later digits cut off.</summary>
    Cut,

    /// <summary>C's <c>printf</c>: ties to the even digit.</summary>
    RoundedToEven,

    /// <summary>Ties up.</summary>
    RoundedUp,

    /// <summary>The int8 codes.</summary>
    Codes,
}
