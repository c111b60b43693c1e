using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Reference.Vectors;

public sealed class SharedVectorsTests
{
    [SkippableFact]
    public void All_107_answers_of_tflm_are_equal()
    {
        VectorSuite suite = VectorSuite.Open(Official.Vectors());
        var runner = new VectorRunner(Dialect.DoubleRounding);

        string[] others = [.. suite.Cases.Select(runner.Run)
            .Where(result => result.Outcome != VectorOutcome.Passed)
            .Select(result => $"{result.Case.Id}: {result.Outcome} {result.Reason}")];

        Assert.Empty(others);
        Assert.Equal(107, suite.Cases.Count);
    }
}
