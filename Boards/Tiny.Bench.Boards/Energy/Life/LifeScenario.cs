namespace Tiny.Bench.Boards.Energy.Life;

/// <summary>What a device does all day, in two stages: the first looks at every window, the second only where the first heard or saw something.</summary>
public sealed record LifeScenario
{
    /// <summary>Name for the command line.</summary>
    public required string Id { get; init; }

    /// <summary>What it is, in a sentence.</summary>
    public required string Title { get; init; }

    /// <summary>What it runs on.</summary>
    public required Battery Battery { get; init; }

    /// <summary>Current that always flows, sensor included, microamperes.</summary>
    public required Estimate SleepMicroamperes { get; init; }

    /// <summary>Windows that the first stage looks at in a day.</summary>
    public required Estimate WindowsPerDay { get; init; }

    /// <summary>Energy of the first stage for one window, capture included, microjoules.</summary>
    public required Estimate FirstStageMicrojoules { get; init; }

    /// <summary>What is looked for, times a day.</summary>
    public required Estimate EventsPerDay { get; init; }

    /// <summary>Share of windows without an event that the first stage wakes the second for.</summary>
    public required Estimate FalseAcceptRate { get; init; }

    /// <summary>Energy of one inference of the second stage, microjoules.</summary>
    public required Estimate SecondStageMicrojoules { get; init; }

    /// <summary>Share of false wakes that the second stage takes for an event as well.</summary>
    public required Estimate SecondFalseAcceptRate { get; init; }

    /// <summary>Energy of a radio burst that tells of an event, microjoules.</summary>
    public required Estimate MessageMicrojoules { get; init; }

    /// <summary>Bytes of a window, if it was sent instead of looked at.</summary>
    public required Estimate RawBytes { get; init; }

    /// <summary>Energy to send a byte of bulk data, microjoules.</summary>
    public required Estimate MicrojoulesPerByte { get; init; }

    /// <summary>Faults of the figures, a sentence each; empty when it can be computed.</summary>
    public IEnumerable<string> Problems()
    {
        foreach (LifeParameter parameter in LifeParameter.All)
        {
            Estimate estimate = parameter.Get(this);
            if (!estimate.IsSound || estimate.High > parameter.Most)
                yield return FormattableString.Invariant($"{parameter.Name} is {estimate.Value}, from {estimate.Low} to {estimate.High}; expected 0 <= low <= value <= high <= {parameter.Most}");
        }

        if (!(Battery.CapacityMilliampereHours.Low > 0 && Battery.UsableShare.Low > 0 && Battery.Volts > 0))
            yield return "The battery is empty.";
        if (!(Battery.SelfDischargePerYear.Low + SleepMicroamperes.Low + (WindowsPerDay.Low * FirstStageMicrojoules.Low) + (EventsPerDay.Low * SecondStageMicrojoules.Low) > 0))
            yield return "Nothing is sure to empty the battery: give a sleep current, or a self-discharge.";
    }
}
