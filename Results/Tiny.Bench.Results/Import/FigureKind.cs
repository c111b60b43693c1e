namespace Tiny.Bench.Results.Import;

/// <summary>The figures that a report holds.</summary>
internal enum FigureKind
{
    Inferences,
    Runtime,
    Throughput,
    ElapsedTime,
    Energy,
    EnergyPerInference,
    Milliwatts,
    Microwatts,
    MedianThroughput,
    MedianEnergy,
    TopOne,
    Auc,
    DutyCycle,
    Period,
    StreamThroughput,
}
