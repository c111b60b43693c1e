namespace Tiny.Bench.Reference.Vectors;

/// <summary>A folder of kernel vectors is malformed, torn, or contradicts itself.</summary>
public sealed class VectorFormatException : ReferenceException
{
    /// <summary>Creates the error; <paramref name="where"/> is a file with its line, or a case id.</summary>
    public VectorFormatException(string where, string problem, Exception? cause = null)
        : base(where, problem, cause)
    {
    }
}
