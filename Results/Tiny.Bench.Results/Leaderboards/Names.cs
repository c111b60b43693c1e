using Tiny.Bench.Core.Systems;

namespace Tiny.Bench.Results.Leaderboards;

/// <summary>Words for kinds and measures, the same in text, tables and JSON.</summary>
public static class Names
{
    /// <summary><c>measured</c>, as records spell it.</summary>
    public static string Name(this RunKind kind) => kind switch
    {
        RunKind.Measured => "measured",
        RunKind.Simulated => "simulated",
        RunKind.Published => "published",
        RunKind.Estimated => "estimated",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "is no kind"),
    };

    /// <summary><c>latency</c>.</summary>
    public static string Name(this Measure measure) => measure switch
    {
        Measure.Latency => "latency",
        Measure.Energy => "energy",
        Measure.Accuracy => "accuracy",
        Measure.Memory => "memory",
        Measure.Composite => "composite",
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "is no measure"),
    };
}
