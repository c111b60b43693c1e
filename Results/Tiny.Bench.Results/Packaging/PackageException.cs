using Tiny.Bench.Core;

namespace Tiny.Bench.Results.Packaging;

/// <summary>A package cannot be written where it should be.</summary>
public sealed class PackageException : TinyBenchException
{
    /// <summary>Creates the error; <paramref name="where"/> is the file or folder.</summary>
    public PackageException(string where, string problem, Exception? cause = null)
        : base(where, problem, cause)
    {
    }
}
