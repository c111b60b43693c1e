namespace Tiny.Bench.Results.Comparison;

/// <summary>A way to get worse.</summary>
public enum RegressionKind
{
    /// <summary><c>slower</c>: more time per inference, in percent of the time before.</summary>
    Slower,

    /// <summary><c>larger-energy</c>: more energy per inference, or more power, in percent of what it was before.</summary>
    LargerEnergy,

    /// <summary><c>less-accurate</c>: fewer right answers, in percent of all samples (percentage points); for AUC and F1 in hundredths.</summary>
    LessAccurate,
}
