namespace Tiny.Bench.Core;

/// <summary>A system under test failed, or answered something it must not.</summary>
public sealed class SystemUnderTestException : TinyBenchException
{
    /// <summary>Creates the error; <paramref name="where"/> is the system's name, with command and byte offset where there is one.</summary>
    public SystemUnderTestException(string where, string problem, Exception? cause = null)
        : base(where, problem, cause)
    {
    }
}
