namespace Tiny.Bench.Reference.Faults.Rewriting;

/// <summary>A file of faults is malformed, or does not fit the sources that it edits.</summary>
public sealed class FaultFormatException : Exception
{
    /// <summary>Creates the error.</summary>
    /// <param name="where">A file with its line, or a fault with the file that it edits.</param>
    /// <param name="problem">What is wrong and what was expected.</param>
    public FaultFormatException(string where, string problem)
        : base($"{where}: {problem}")
    {
    }
}
