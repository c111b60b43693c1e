namespace Tiny.Bench.Reference.Models;

/// <summary>The model is well formed, but uses an operator, a version or a type combination that has no kernel here.</summary>
public sealed class UnsupportedOperatorException : ModelFormatException
{
    /// <summary>Creates the error for one operator of a model.</summary>
    public UnsupportedOperatorException(string where, string problem)
        : base(where, problem)
    {
    }
}
