namespace Tiny.Bench.Reference.Quantizing;

/// <summary>How much of the values that a tensor takes its codes cover.</summary>
public enum CalibrationMethod
{
    /// <summary>All of them.</summary>
    MinMax,

    /// <summary>All but a small share at either end.</summary>
    Percentile,

    /// <summary>The range whose codes lose the least information, as Kullback and Leibler measure it.</summary>
    KullbackLeibler,
}
