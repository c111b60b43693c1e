namespace Tiny.Bench.Results.Import;

/// <summary>The folder of a run's files, one for each mode of the runner.</summary>
internal enum RunFileMode
{
    /// <summary><c>performance</c>.</summary>
    Performance,

    /// <summary><c>accuracy</c>.</summary>
    Accuracy,

    /// <summary><c>energy</c>, also called <c>power</c>.</summary>
    Energy,
}
