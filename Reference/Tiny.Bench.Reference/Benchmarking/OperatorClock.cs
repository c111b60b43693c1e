using System.Diagnostics;
using Tiny.Bench.Reference.Execution;

namespace Tiny.Bench.Reference.Benchmarking;

/// <summary>Times every operator of an interpreter within whole inferences, so that each finds the caches as it does in use.</summary>
internal sealed class OperatorClock(Interpreter interpreter)
{
    private readonly List<double>[] _microseconds = [.. Enumerable.Range(0, interpreter.Operators.Length).Select(_ => new List<double>())];

    /// <summary>Runs one inference.</summary>
    public void Run()
    {
        ReadOnlySpan<PlannedOperator> operators = interpreter.Operators;
        for (int index = 0; index < operators.Length; index++)
        {
            long started = Stopwatch.GetTimestamp();
            operators[index].Kernel.Invoke();
            _microseconds[index].Add(Stopwatch.GetElapsedTime(started).TotalMicroseconds);
        }
    }

    /// <summary>The median of an operator.</summary>
    public double MedianOf(int index) => TimeSummary.Of(_microseconds[index]).Median;
}
