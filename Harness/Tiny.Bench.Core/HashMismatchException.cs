namespace Tiny.Bench.Core;

/// <summary>A file has the name of a known one and other content.</summary>
public sealed class HashMismatchException : TinyBenchException
{
    /// <summary>Creates the error; both hashes are SHA-256 in lower-case hexadecimal.</summary>
    public HashMismatchException(string where, string expected, string actual)
        : base(where, $"has SHA-256 {actual}; expected {expected}")
    {
        Expected = expected;
        Actual = actual;
    }

    /// <summary>The hash that the suite names.</summary>
    public string Expected { get; }

    /// <summary>The hash of the file's bytes.</summary>
    public string Actual { get; }
}
