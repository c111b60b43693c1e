using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Kernels;

namespace Tiny.Bench.Reference.Vectors;

/// <summary>Runs one case of a suite as the reference does.</summary>
internal static class VectorAssert
{
    /// <summary>Checks that every element is equal; else says what the case is there to catch and where it first differs.</summary>
    public static void Passes(VectorSuite suite, string id, KernelSet kernels = KernelSet.Plain)
    {
        VectorCase vectorCase = suite.Cases.Single(candidate => candidate.Id == id);

        VectorResult result = new VectorRunner(Dialect.DoubleRounding, kernels).Run(vectorCase);

        Assert.True(
            result.Outcome == VectorOutcome.Passed,
            $"{vectorCase.Purpose}: {result.Outcome} at element {result.FirstElement}, expected {result.Expected}, got {result.Got}. {result.Reason}");
    }
}
