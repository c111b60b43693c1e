namespace Tiny.Bench.Reference;

/// <summary>A file that the reference was given says something it must not: where, and what was expected there.</summary>
/// <remarks>The base of every error that is the input's fault. A caller's fault is an <see cref="ArgumentException"/>.</remarks>
public abstract class ReferenceException : Exception
{
    /// <summary>Creates the error; the message becomes "<paramref name="where"/>: <paramref name="problem"/>".</summary>
    protected ReferenceException(string where, string problem, Exception? cause = null)
        : base($"{where}: {problem}", cause)
    {
        Where = where;
        Problem = problem;
    }

    /// <summary>The place: file with byte offset, operator with index, or case id.</summary>
    public string Where { get; }

    /// <summary>What stands there and what was expected.</summary>
    public string Problem { get; }
}
