namespace Tiny.Bench.Results.Rules.Texts;

/// <summary>One window as a runner printed it.</summary>
/// <param name="Number">Its number in the file.</param>
/// <param name="Line">The line where its block begins, from 1.</param>
public sealed record PrintedWindow(int Number, int Line)
{
    /// <summary>Inferences in it; null when the file does not say.</summary>
    public long? Inferences { get; internal set; }

    /// <summary>Its length in seconds; null when the file does not say.</summary>
    public double? Seconds { get; internal set; }

    /// <summary>Its start on the clock of the trace in seconds, to two decimals; null when the file does not say.</summary>
    public double? AtSeconds { get; internal set; }

    /// <summary>Inferences a second; null when the file does not say.</summary>
    public double? Throughput { get; internal set; }

    /// <summary>Energy of the whole window in microjoules; null when it is no energy window.</summary>
    public double? Microjoules { get; internal set; }

    /// <summary>Energy of one inference in microjoules; null when it is no energy window.</summary>
    public double? MicrojoulesPerInference { get; internal set; }
}
