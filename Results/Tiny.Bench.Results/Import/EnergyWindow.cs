namespace Tiny.Bench.Results.Import;

/// <summary>A block of a report: one window's energy. What the report does not say is null.</summary>
internal sealed class EnergyWindow
{
    public double? Inferences { get; set; }

    public double? Seconds { get; set; }

    public double? Microjoules { get; set; }

    public double? PowerMilliwatts { get; set; }
}
