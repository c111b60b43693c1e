namespace Tiny.Bench.Reference.Vectors;

/// <summary>A case is well formed, but asks for an operation or for types that no kernel here computes.</summary>
public sealed class UnsupportedVectorException : ReferenceException
{
    /// <summary>Creates the error for a case.</summary>
    public UnsupportedVectorException(string where, string problem)
        : base(where, problem)
    {
    }
}
