using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules;

/// <summary>Holds the energies that a report prints against the trace beside it. Traces are read by who knows the meters.</summary>
public interface ITraceCheck
{
    /// <summary>The windows that do not agree, and a trace that cannot be read; empty when all agree or there is no trace.</summary>
    /// <param name="energy">The files of an energy run, with a report.</param>
    IReadOnlyList<TraceFinding> Check(ModeResults energy);
}
