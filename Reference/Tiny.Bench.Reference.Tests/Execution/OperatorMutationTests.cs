using System.Globalization;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Execution;

/// <summary>The official models have a third of the operators; these mutants have all of them.</summary>
public class OperatorMutationTests
{
    private const ulong Seed = 20263;
    private const int UsualCount = 10_000;
    private const long MostBytes = 64 << 20;

    [Fact]
    public void Every_model_of_one_operator_runs()
    {
        foreach (OperatorModel model in OperatorModel.All())
            ModelSummary.Of(Run(model.Write()));
    }

    [Fact]
    public void Every_operator_has_a_model() => Assert.Equal(
        Enum.GetValues<BuiltinOperator>().Where(code => code != BuiltinOperator.Custom),
        OperatorModel.All().Select(model => model.Code).Distinct().Order());

    [Fact]
    public void Every_spoilt_operator_runs_or_is_refused()
    {
        int ran = 0, refused = 0;
        int count = OperatorModel.All().Count;
        for (int number = 0; number < Count(); number++)
        {
            var random = new SplitMix64(Seed + ((ulong)number * 0xD1342543DE82EF95));
            OperatorModel model = OperatorModel.All()[number % count];
            OperatorMutator.Spoil(model, random);
            byte[] file = model.Write();
            long before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                ModelSummary.Of(Run(file));
                ran++;
            }
            catch (ModelFormatException)
            {
                refused++;
            }
            catch (Exception broken)
            {
                Assert.Fail($"mutant {number} ({model.Code}), seed {Seed}: {broken}");
            }

            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(allocated <= MostBytes, $"mutant {number} ({model.Code}), seed {Seed}: {allocated} bytes allocated; expected at most {MostBytes}");
        }

        Assert.InRange(ran, refused / 20, refused);
    }

    private static Interpreter Run(byte[] file)
    {
        var limits = new InterpreterOptions { MaximumArenaBytes = 4 << 20, MaximumSteps = 8 << 20 };
        var interpreter = new Interpreter(TfliteModel.Parse(file, "mutant"), limits);
        interpreter.Invoke();
        return interpreter;
    }

    private static int Count()
    {
        string? wanted = Environment.GetEnvironmentVariable("TINYBENCH_MUTANTS");
        return wanted is null ? UsualCount : int.Parse(wanted, CultureInfo.InvariantCulture);
    }
}
