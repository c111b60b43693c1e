using System.Globalization;

namespace Tiny.Bench.Boards.Protocol;

/// <summary>What firmware with our extension says of itself (protocol.md section 7.1).</summary>
public sealed record Capabilities
{
    /// <summary>The version of the extension that this harness speaks.</summary>
    public const int ProtocolVersion = 1;

    /// <summary>The port's name: <c>mps2-an386</c>.</summary>
    public required string Board { get; init; }

    /// <summary>SHA-256 over the firmware's sources, 64 lower-case hexadecimal digits.</summary>
    public required string Firmware { get; init; }

    /// <summary>Compiler and flags.</summary>
    public required string Compiler { get; init; }

    /// <summary>The kernel library.</summary>
    public required string Kernels { get; init; }

    /// <summary>The rounding of its kernels.</summary>
    public required string Dialect { get; init; }

    /// <summary>Ticks a second; at least 1.</summary>
    public required long TimerHertz { get; init; }

    /// <summary>Bytes of the input buffer.</summary>
    public required int DataBytes { get; init; }

    /// <summary>Bytes for tensors.</summary>
    public required int ArenaBytes { get; init; }

    /// <summary>Bytes of a plan that can be uploaded; 0 for none.</summary>
    public required int PlanBytes { get; init; }

    /// <summary>Most bytes of one binary frame.</summary>
    public required int FrameBytes { get; init; }

    /// <summary>The plan in force; null when there is none or it is bad.</summary>
    public ResidentPlan? Plan { get; init; }

    /// <summary>What is wrong with the plan in the device's memory; null for a good one or none.</summary>
    public string? PlanFault { get; init; }

    /// <summary>Reads the lines of a <c>tb caps</c>.</summary>
    /// <param name="where">The port, for errors.</param>
    /// <param name="values">Key to value; unknown keys are ignored.</param>
    /// <exception cref="ProtocolException">A key is missing or no number, a timer stands still, or the protocol has another version.</exception>
    public static Capabilities Read(string where, IReadOnlyDictionary<string, string> values)
    {
        int version = Number("protocol");
        if (version != ProtocolVersion)
            throw new ProtocolException($"{where}, tb caps", $"protocol is {version}; expected {ProtocolVersion}");
        string plan = Text("plan");
        return new Capabilities
        {
            Board = Text("board"),
            Firmware = Text("firmware"),
            Compiler = Text("compiler"),
            Kernels = Text("kernels"),
            Dialect = Text("dialect"),
            TimerHertz = Number("timer-hz") is > 0 and var rate ? rate : throw new ProtocolException($"{where}, tb caps", "timer-hz is 0; expected a number from 1 to 2^31-1"),
            DataBytes = Number("data-bytes"),
            ArenaBytes = Number("arena-bytes"),
            PlanBytes = Number("plan-bytes"),
            FrameBytes = Math.Max(1, Number("frame-bytes")),
            PlanFault = plan.StartsWith("bad", StringComparison.Ordinal) ? plan : null,
            Plan = plan is not "ok" ? null : new ResidentPlan
            {
                ModelSha256 = Text("model"),
                ModelId = Text("model-id"),
                Crc = Text("plan-crc"),
                Operators = Number("operators"),
                InputBytes = Number("input-bytes"),
                OutputBytes = Number("output-bytes"),
            },
        };

        string Text(string key) => values.TryGetValue(key, out string? value)
            ? value
            : throw new ProtocolException($"{where}, tb caps", $"does not tell {key}; expected m-tb-{key}-[...]");

        int Number(string key) => int.TryParse(Text(key), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw new ProtocolException($"{where}, tb caps", $"{key} is \"{values[key]}\"; expected a number from 0 to 2^31-1");
    }
}
