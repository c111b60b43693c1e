using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Faults.Rewriting;
using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Reference.Vectors;

namespace Tiny.Bench.Reference.Faults;

/// <summary>The faults, the cases that are to find them, and the runs of the ones against the others.</summary>
/// <param name="faults">In the order that gave them their numbers.</param>
/// <param name="cases">In the order in which they run.</param>
public sealed class FaultSuite(IReadOnlyList<SeededFault> faults, IReadOnlyList<FaultCase> cases)
{
    /// <summary>All faults.</summary>
    public IReadOnlyList<SeededFault> Faults { get; } = faults;

    /// <summary>All cases.</summary>
    public IReadOnlyList<FaultCase> Cases { get; } = cases;

    /// <summary>What ships: the faults beside the program, every shipped vector by the plain and by the fast kernels, and the invariants.</summary>
    public static FaultSuite Open()
    {
        VectorRunner plain = new(Dialect.DoubleRounding), fast = new(Dialect.DoubleRounding, KernelSet.Fast);
        return new FaultSuite(
            FaultReader.ReadFolder(Path.Combine(AppContext.BaseDirectory, "Faults")),
            [
                .. VectorSuite.Open(ShippedVectors.Folder).Cases
                    .Select(vectorCase => new FaultCase(vectorCase.Id, () => Holds(plain, vectorCase) && Holds(fast, vectorCase))),
                .. Invariants.All(),
            ]);
    }

    /// <summary>Runs everything against every fault.</summary>
    /// <returns>The cases that find each fault, in the order of <see cref="Faults"/>.</returns>
    /// <exception cref="InvalidOperationException">A case fails without any fault.</exception>
    /// <remarks>A case that never comes to the place of a fault cannot find it and is left out.</remarks>
    public IReadOnlyList<KilledFault> Run()
    {
        var killers = Faults.Select(_ => new List<string>()).ToArray();
        foreach (FaultCase @case in Cases)
        {
            foreach (int fault in FaultsOnTheWayOf(@case))
            {
                FaultSwitch.Set(fault);
                if (!@case.Passes())
                    killers[fault - 1].Add(@case.Id);
            }
        }

        FaultSwitch.Set(0);
        return [.. Faults.Zip(killers, (fault, ids) => new KilledFault(fault, ids))];
    }

    private static bool Holds(VectorRunner runner, VectorCase vectorCase) => runner.Run(vectorCase).Outcome != VectorOutcome.Failed;

    private int[] FaultsOnTheWayOf(FaultCase @case)
    {
        FaultSwitch.Set(0);
        if (!@case.Passes())
            throw new InvalidOperationException($"{@case.Id} fails with no fault switched in; expected it to pass.");
        return [.. Enumerable.Range(1, Faults.Count).Where(FaultSwitch.WasAsked)];
    }
}
