namespace Tiny.Bench.Reference.Vectors;

/// <summary>The vectors that ship with the library: our own cases, answered by the independent implementation in eng/vectors.</summary>
public static class ShippedVectors
{
    /// <summary>Their folder, beside the assembly.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Vectors");
}
