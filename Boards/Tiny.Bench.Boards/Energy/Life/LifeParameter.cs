namespace Tiny.Bench.Boards.Energy.Life;

/// <summary>A figure of a scenario by its name, to change it and to see what hangs on it.</summary>
/// <param name="Name">Name for the command line: <c>sleep-uA</c>.</param>
/// <param name="Most">The highest value that means anything.</param>
/// <param name="Get">Reads it.</param>
/// <param name="With">A scenario with another value.</param>
public sealed record LifeParameter(string Name, double Most, Func<LifeScenario, Estimate> Get, Func<LifeScenario, Estimate, LifeScenario> With)
{
    /// <summary>Every figure.</summary>
    public static IReadOnlyList<LifeParameter> All { get; } =
    [
        new("capacity-mAh", 1e9, s => s.Battery.CapacityMilliampereHours, (s, e) => s with { Battery = s.Battery with { CapacityMilliampereHours = e } }),
        new("usable-share", 1, s => s.Battery.UsableShare, (s, e) => s with { Battery = s.Battery with { UsableShare = e } }),
        new("self-discharge-per-year", 1e3, s => s.Battery.SelfDischargePerYear, (s, e) => s with { Battery = s.Battery with { SelfDischargePerYear = e } }),
        new("sleep-uA", 1e9, s => s.SleepMicroamperes, (s, e) => s with { SleepMicroamperes = e }),
        new("windows-per-day", 1e12, s => s.WindowsPerDay, (s, e) => s with { WindowsPerDay = e }),
        new("first-stage-uJ", 1e12, s => s.FirstStageMicrojoules, (s, e) => s with { FirstStageMicrojoules = e }),
        new("events-per-day", 1e12, s => s.EventsPerDay, (s, e) => s with { EventsPerDay = e }),
        new("false-accept-rate", 1, s => s.FalseAcceptRate, (s, e) => s with { FalseAcceptRate = e }),
        new("second-stage-uJ", 1e12, s => s.SecondStageMicrojoules, (s, e) => s with { SecondStageMicrojoules = e }),
        new("second-false-accept-rate", 1, s => s.SecondFalseAcceptRate, (s, e) => s with { SecondFalseAcceptRate = e }),
        new("message-uJ", 1e12, s => s.MessageMicrojoules, (s, e) => s with { MessageMicrojoules = e }),
        new("raw-bytes", 1e12, s => s.RawBytes, (s, e) => s with { RawBytes = e }),
        new("uJ-per-byte", 1e12, s => s.MicrojoulesPerByte, (s, e) => s with { MicrojoulesPerByte = e }),
    ];

    /// <summary>The figure of a name; null when there is none.</summary>
    public static LifeParameter? Find(string name) => All.FirstOrDefault(parameter => string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase));
}
