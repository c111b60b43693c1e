namespace Tiny.Bench.Boards.Energy.Checking;

/// <summary>A window of an energy run as a runner printed it.</summary>
/// <param name="Number">Its number: EEMBC counts 2, 4, 6, MLCommons 0, 1, 2.</param>
/// <param name="AtSeconds">When it began, cut to two decimals; null when it is not printed.</param>
/// <param name="Seconds">Its length, to two decimals (EEMBC) or exact (MLCommons); null when it is not printed.</param>
/// <param name="Inferences">Inferences in it; null when nothing says it.</param>
/// <param name="Microjoules">Energy of the whole window.</param>
public sealed record PublishedWindow(int Number, double? AtSeconds, double? Seconds, long? Inferences, double Microjoules);
