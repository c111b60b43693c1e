namespace Tiny.Bench.Harness.Conformance.Dialects;

/// <summary>The result that a system printed for one sample.</summary>
/// <param name="File">The sample as the list names it.</param>
/// <param name="Values">As they were printed, in order: the binary64 or binary32 number nearest to the digits.</param>
public sealed record PrintedSample(string File, IReadOnlyList<double> Values);
