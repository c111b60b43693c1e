namespace Tiny.Bench.Boards.Energy;

/// <summary>What an energy meter says it is.</summary>
/// <param name="Model">The kind of meter: <c>LPM01A</c>.</param>
/// <param name="Id">The number of this one; empty when it has none.</param>
/// <param name="Firmware">Version of its firmware, as it prints it; empty when it does not.</param>
public sealed record MonitorIdentity(string Model, string Id, string Firmware)
{
    /// <summary>How the emulators of this library name themselves, so that nobody takes their figures for measured ones.</summary>
    public const string EmulatedId = "EMULATED";

    /// <summary>Whether it is one of our emulators.</summary>
    public bool IsEmulated => Id.StartsWith(EmulatedId, StringComparison.Ordinal);

    /// <summary>One line for a record: <c>LPM01A 1.0.6 (0034003C)</c>.</summary>
    public override string ToString() => $"{Model}{(Firmware.Length > 0 ? $" {Firmware}" : "")}{(Id.Length > 0 ? $" ({Id})" : "")}";
}
