using System.Globalization;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Reference.Models;

/// <summary>Feeds mutants of all official models to an action that may refuse them, but must not break.</summary>
internal static class MutationRun
{
    private const ulong Seed = 20260;
    private const int UsualCount = 5_000;

    /// <summary>
    /// Runs <paramref name="underTest"/> on each mutant. It may return, or throw <see cref="ModelFormatException"/>; anything else,
    /// or more than <paramref name="maximumBytes"/> allocated for one mutant, fails with what is needed to make that mutant again.
    /// TINYBENCH_MUTANTS sets how many there are. Returns how many were refused.
    /// </summary>
    public static int Check(Action<ReadOnlyMemory<byte>> underTest, long maximumBytes)
    {
        ModelMutator[] mutators = OfficialModels.Files.Select(Official.Model)
            .Select(path => new ModelMutator(File.ReadAllBytes(path), Seed))
            .ToArray();
        int refused = 0;
        for (int number = 0; number < Count(); number++)
        {
            int model = number % mutators.Length;
            string replay = $"mutant {number} of {OfficialModels.Files[model]}, seed {Seed}";
            ReadOnlyMemory<byte> mutant = mutators[model].Create(number);
            long before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                underTest(mutant);
            }
            catch (ModelFormatException)
            {
                refused++;
            }
            catch (Exception broken)
            {
                Assert.Fail($"{replay}: {broken}");
            }

            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(allocated <= maximumBytes, $"{replay}: {allocated} bytes allocated; expected at most {maximumBytes}");
        }

        return refused;
    }

    private static int Count()
    {
        string? wanted = Environment.GetEnvironmentVariable("TINYBENCH_MUTANTS");
        return wanted is null ? UsualCount : int.Parse(wanted, CultureInfo.InvariantCulture);
    }
}
