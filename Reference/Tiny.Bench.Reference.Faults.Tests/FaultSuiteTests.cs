using Tiny.Bench.Reference.Faults.Rewriting;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Reference.Faults;

public sealed class FaultSuiteTests
{
    private static readonly Lazy<(FaultSuite Suite, IReadOnlyList<KilledFault> Faults)> Found = new(() =>
    {
        var suite = FaultSuite.Open();
        return (suite, suite.Run());
    });

    [Fact]
    public void Every_fault_is_found()
    {
        Assert.True(Found.Value.Faults.Count >= 80, $"{Found.Value.Faults.Count} faults; at least 80 were asked for");
        Assert.Empty(Found.Value.Faults.Where(fault => fault.Killers.Count == 0).Select(fault => fault.Fault.Name));
    }

    [Fact]
    public void At_least_35_faults_are_in_the_firmware_as_well() =>
        Assert.True(Found.Value.Suite.Faults.Count(fault => fault.C.Count > 0) >= 35);

    [Fact]
    public void The_page_in_docs_is_what_the_suite_finds() =>
        Assert.Equal(
            File.ReadAllText(Path.Combine(Repository.Root, "Reference", "docs", "faults.md")),
            FaultTable.Write(Found.Value.Faults, Found.Value.Suite.Cases.Count));

    [Fact]
    public void A_fault_that_no_case_comes_past_survives()
    {
        var suite = new FaultSuite([Fault("asked"), Fault("never-asked")], [new FaultCase("one", () => !FaultSwitch.Is(1))]);

        IReadOnlyList<KilledFault> faults = suite.Run();

        Assert.Equal(["one"], faults[0].Killers);
        Assert.Empty(faults[1].Killers);
    }

    [Fact]
    public void A_case_that_fails_without_a_fault_ends_the_run() =>
        Assert.Throws<InvalidOperationException>(() => new FaultSuite([Fault("any")], [new FaultCase("broken", () => false)]).Run());

    [Fact]
    public void A_fault_that_throws_is_found()
    {
        bool[] holds = [true];
        var suite = new FaultSuite([Fault("past-the-end")], [new FaultCase("one", () => holds[FaultSwitch.Is(1) ? 1 : 0])]);

        Assert.Equal(["one"], suite.Run()[0].Killers);
    }

    private static SeededFault Fault(string name) => new() { Name = name, Operator = "all", What = "", Source = "made up", CSharp = [], C = [] };
}
