using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Leaderboards;

/// <summary>Which system a record speaks of: the same in every round and run, spelled as its source spells it.</summary>
/// <param name="Submitter">Who submitted it; empty for a run of ours.</param>
/// <param name="System">The system with its variant; for a run of ours board or target, clock, kernel library and dialect.</param>
/// <remarks>
/// Names are compared letter by letter: NUCLEO-U575ZI-Q and NUCLEO_U575ZI_Q are two systems, since a guess that they are one could
/// merge two that are not. Clock and dialect belong to a system of ours, so two clocks of one board are two rows, not two tries.
/// A serial port does not: the same board may be plugged in elsewhere.
/// </remarks>
public readonly record struct SystemIdentity(string Submitter, string System)
{
    /// <summary>Name for people, unique among identities: <c>submitter: system</c>.</summary>
    public string Name => Submitter.Length == 0 ? System : $"{Submitter}: {System}";

    /// <summary>The system of a record.</summary>
    public static SystemIdentity Of(RunRecord record)
    {
        if (record.Submission is { } submission)
            return new SystemIdentity(submission.Submitter, submission.Variant is { } variant ? $"{submission.System} ({variant})" : submission.System);

        string?[] parts =
        [
            record.System?.Board ?? Place(record), record.System?.Clock, record.System?.KernelLibrary ?? record.System?.Software, record.Dialect,
        ];
        return new SystemIdentity("", string.Join(", ", parts.Where(part => !string.IsNullOrWhiteSpace(part))));
    }

    private static string Place(RunRecord record) => record.Target switch
    {
        null => record.Machine?.Cpu ?? "unnamed system",
        "host" => record.Machine is { } machine ? $"host, {machine.Cpu}" : "host",
        _ => record.Target,
    };
}
