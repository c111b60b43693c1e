namespace Tiny.Bench.Boards.Energy.Checking;

/// <summary>What a report says of an energy run.</summary>
/// <param name="Source">The file.</param>
/// <param name="Windows">Its windows in order; empty when only the median is printed.</param>
/// <param name="MedianMicrojoules">Median microjoules per inference; null when it is not printed.</param>
public sealed record PublishedEnergy(string Source, IReadOnlyList<PublishedWindow> Windows, double? MedianMicrojoules);
