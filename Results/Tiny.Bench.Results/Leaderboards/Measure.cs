using System.Text.Json.Serialization;

namespace Tiny.Bench.Results.Leaderboards;

/// <summary>What a leaderboard ranks by.</summary>
public enum Measure
{
    /// <summary><c>latency</c>: median microseconds per inference.</summary>
    [JsonStringEnumMemberName("latency")]
    Latency,

    /// <summary><c>instructions</c>: median instructions per inference, counted by an emulator; never called latency.</summary>
    [JsonStringEnumMemberName("instructions")]
    Instructions,

    /// <summary><c>energy</c>: median microjoules per inference, or milliwatts where the task measures power.</summary>
    [JsonStringEnumMemberName("energy")]
    Energy,

    /// <summary><c>accuracy</c>: top-1, AUC or F1, as the task has it; 0 to 1.</summary>
    [JsonStringEnumMemberName("accuracy")]
    Accuracy,

    /// <summary><c>memory</c>: bytes of model and activation arena together.</summary>
    [JsonStringEnumMemberName("memory")]
    Memory,

    /// <summary><c>composite</c>: latency and energy against a baseline, for systems that meet the quality target.</summary>
    [JsonStringEnumMemberName("composite")]
    Composite,
}
