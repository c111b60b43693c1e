using System.Globalization;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Reference.Vectors;

public sealed class VectorMutationTests
{
    private const ulong Seed = 20261;
    private const int UsualCount = 4_000;
    private const long MostBytes = 64 << 20;

    [Fact]
    public void Every_mutant_is_judged_or_refused_with_its_place()
    {
        using var folder = new TemporaryFolder();
        var mutator = new VectorMutator(ShippedVectors.Folder, Seed);
        var outcomes = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int number = 0; number < Count(); number++)
        {
            string line = mutator.Write(folder.Path, number);
            string replay = $"mutant {number}, seed {Seed}: {line}";
            long before = GC.GetAllocatedBytesForCurrentThread();
            string outcome = Judge(folder.Path, replay);
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(allocated <= MostBytes, $"{allocated} bytes allocated; expected at most {MostBytes} for {replay}");
        }

        // Mutants that all end in the same way would test nothing.
        Assert.True(outcomes.Count == 4, string.Join(", ", outcomes));
        Assert.InRange(outcomes["refused"], Count() / 2, Count() * 9 / 10);
    }

    private static string Judge(string folder, string replay)
    {
        try
        {
            VectorSuite suite = VectorSuite.Open(folder);
            if (suite.Refused.Count > 0)
                throw suite.Refused[0];
            return new VectorRunner(Dialect.DoubleRounding).Run(Assert.Single(suite.Cases)).Outcome.ToString();
        }
        catch (VectorFormatException refusal)
        {
            Assert.NotEmpty(refusal.Where);
            return "refused";
        }
        catch (Exception broken) when (broken is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"{broken.GetType()}: {broken.Message} for {replay}\n{broken.StackTrace}");
            throw;
        }
    }

    private static int Count()
    {
        string? wanted = Environment.GetEnvironmentVariable("TINYBENCH_MUTANTS");
        return wanted is null ? UsualCount : int.Parse(wanted, CultureInfo.InvariantCulture);
    }
}
