using System.Globalization;
using Tiny.Bench.Core.Systems;

namespace Tiny.Bench.Harness.Conformance.Invariants;

/// <summary>The system's clock never goes back: neither its laps nor the ticks of its operators.</summary>
/// <remarks>
/// Both are differences of a counter of 32 bits, so a step back reads as one forward of more than half its range: 2^31 microseconds are 36 minutes, longer
/// than any inference that is waited for. Source: Boards/docs/protocol.md sections 5 and 7.5.
/// </remarks>
public sealed class TimeGoesOn : IInvariant
{
    private const int Laps = 3;
    private const long HalfTheRange = 1L << 31;

    /// <inheritdoc/>
    public string Name => "time-goes-on";

    /// <inheritdoc/>
    public async ValueTask<InvariantVerdict> CheckAsync(InvariantSubject subject, CancellationToken cancellationToken)
    {
        await subject.System.LoadAsync(subject.Inputs[0], cancellationToken);
        for (int lap = 0; lap < Laps; lap++)
        {
            TimeSpan elapsed = await subject.System.InferAsync(count: 1, warmup: 0, cancellationToken);
            if (elapsed < TimeSpan.Zero || elapsed.TotalMicroseconds >= HalfTheRange)
                return Broken($"a lap took {elapsed.TotalMicroseconds:F0} us");
        }

        if (subject.System is not IOperatorTracing tracing)
            return new InvariantVerdict(Name, InvariantOutcome.Holds, string.Create(CultureInfo.InvariantCulture, $"{Laps} laps"));
        IReadOnlyList<OperatorTrace> traces = await tracing.TraceAsync(subject.Inputs[0], cancellationToken);
        foreach (OperatorTrace trace in traces)
        {
            if (trace.Ticks is < 0 or >= HalfTheRange)
                return Broken($"operator {trace.Index} took {trace.Ticks} ticks");
        }

        return new InvariantVerdict(Name, InvariantOutcome.Holds, string.Create(CultureInfo.InvariantCulture, $"{Laps} laps, ticks of {traces.Count} operators"));
    }

    private InvariantVerdict Broken(FormattableString finding) => new(Name, InvariantOutcome.Broken, finding.ToString(CultureInfo.InvariantCulture));
}
