namespace Tiny.Bench.Boards.Energy.Checking;

/// <summary>The files of one energy run that lie beside each other.</summary>
public sealed record EnergyRun
{
    /// <summary>The samples: <c>trace1-energy.bin</c> or <c>results.json</c>; null when only the report was published.</summary>
    public string? TraceFile { get; init; }

    /// <summary>Events of an EEMBC trace; null when there are none, or the trace holds them itself.</summary>
    public string? TimestampsFile { get; init; }

    /// <summary>Files that may hold the printed figures, the first to be asked first: <c>results.txt</c>, then <c>log.txt</c>.</summary>
    public required IReadOnlyList<string> Reports { get; init; }
}
