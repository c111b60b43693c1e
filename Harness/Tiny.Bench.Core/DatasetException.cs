namespace Tiny.Bench.Core;

/// <summary>A sample list or a sample file is malformed, or does not belong to the model that is run on it.</summary>
public sealed class DatasetException : TinyBenchException
{
    /// <summary>Creates the error; <paramref name="where"/> is a file, for a list with its line as "y_labels.csv, line 3".</summary>
    public DatasetException(string where, string problem, Exception? cause = null)
        : base(where, problem, cause)
    {
    }
}
