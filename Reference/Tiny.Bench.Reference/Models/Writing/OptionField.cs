namespace Tiny.Bench.Reference.Models.Writing;

/// <summary>The type of a field of an options table.</summary>
internal enum OptionField
{
    /// <summary><c>byte</c>, <c>bool</c> or an enum.</summary>
    U8,

    /// <summary><c>int</c>.</summary>
    I32,

    /// <summary><c>float</c>.</summary>
    F32,

    /// <summary><c>[int]</c>.</summary>
    I32Vector,
}
