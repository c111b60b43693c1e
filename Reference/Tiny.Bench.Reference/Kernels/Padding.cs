namespace Tiny.Bench.Reference.Kernels;

/// <summary>The schema's two padding rules, with its numbers.</summary>
internal enum Padding
{
    /// <summary>Output extent is ceil(input / stride); the odd cell of padding goes to the bottom and the right.</summary>
    Same = 0,

    /// <summary>No padding.</summary>
    Valid = 1,
}
