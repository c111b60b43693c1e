using Tiny.Bench.Reference.Faults.Rewriting;

namespace Tiny.Bench.Reference.Faults;

public sealed class MinimalSetTests
{
    [Fact]
    public void Takes_the_case_that_finds_most_first_and_leaves_out_what_adds_nothing() =>
        Assert.Equal([("b", 2), ("a", 1)], MinimalSet.Of([Killed("a"), Killed("b", "c"), Killed("b", "c")]));

    [Fact]
    public void Takes_the_first_by_name_of_equals() => Assert.Equal([("a", 1)], MinimalSet.Of([Killed("b", "a")]));

    [Fact]
    public void Leaves_survivors_out() => Assert.Empty(MinimalSet.Of([Killed()]));

    private static KilledFault Killed(params string[] killers) => new(
        new SeededFault { Name = "any", Operator = "all", What = "", Source = "made up", CSharp = [], C = [] }, killers);
}
