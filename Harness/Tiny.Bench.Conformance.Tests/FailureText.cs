using Tiny.Bench.Harness.Conformance;
using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Conformance;

/// <summary>A difference as a test's message tells it.</summary>
internal static class FailureText
{
    /// <summary>Case, place, expected and got, and how the right value comes about.</summary>
    /// <param name="failure">What was found.</param>
    /// <param name="dialect">The rounding that was judged.</param>
    /// <param name="purpose">What the case is there to catch; may be empty.</param>
    public static string Of(ConformanceFailure failure, Dialect dialect, string purpose = "")
    {
        List<string> lines =
        [
            $"{failure.Case} differs from {dialect.Name()} on {ConformanceTarget.Name}",
            $"  operator    {failure.Operator}, tensor {failure.Tensor}",
            $"  element     {failure.Element}{(failure.Coordinates is { } place ? $" {place}" : "")}{(failure.Differences is { } count ? $", the first of {count} that differ" : "")}",
            $"  expected    {failure.Expected}",
            $"  got         {failure.Got}",
        ];
        if (failure.Accumulator is { } accumulator)
            lines.Add(FormattableString.Invariant($"  accumulator {accumulator} before requantization by multiplier {failure.Multiplier}, shift {failure.Shift}"));
        if (purpose.Length > 0)
            lines.Add($"  catches     {purpose}");
        return string.Join('\n', lines);
    }
}
