using Tiny.Bench.Boards.Links;

namespace Tiny.Bench.Boards.Virtual.Proxy;

public class FaultPlanTests
{
    [Fact]
    public void Mixes_as_the_published_sequence_of_seed_1234567()
    {
        // Rosetta Code, "Pseudo-random numbers/Splitmix64".
        const ulong step = 0x9E37_79B9_7F4A_7C15;
        ulong[] expected = [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821];
        Assert.Equal(expected, Enumerable.Range(0, 5).Select(index => FaultPlan.Mix(unchecked(1234567 + ((ulong)index * step)))));
    }

    [Fact]
    public void Chance_comes_as_often_as_its_rate_and_only_where_it_is_asked()
    {
        var plan = new FaultPlan { Seed = 7, ToDevice = new FaultRates { Drop = 0.01, Flip = 0.02, Reset = 0.001 } };
        FaultKind[] kinds = [.. Faults(plan, LinkDirection.ToDevice, 200_000).Select(fault => fault.Kind)];

        // Expected 2000, 4000 and 200; five standard deviations are 223, 314 and 71.
        Assert.InRange(kinds.Count(kind => kind == FaultKind.Drop), 1777, 2223);
        Assert.InRange(kinds.Count(kind => kind == FaultKind.Flip), 3686, 4314);
        Assert.InRange(kinds.Count(kind => kind == FaultKind.Reset), 129, 271);
        Assert.DoesNotContain(kinds, kind => kind is FaultKind.Double or FaultKind.Delay or FaultKind.Cut or FaultKind.Unplug);
        Assert.Empty(Faults(plan, LinkDirection.ToHost, 10_000));
    }

    [Fact]
    public void Seed_direction_and_position_decide_and_nothing_else()
    {
        FaultRates rates = new() { Drop = 0.01, Delay = 0.01, Cut = 0.01, Flip = 0.01 };
        var plan = new FaultPlan { Seed = 7, ToDevice = rates, ToHost = rates };
        Fault[] faults = Faults(plan, LinkDirection.ToDevice, 10_000);
        Assert.Equal(faults, Faults(plan with { }, LinkDirection.ToDevice, 10_000));
        Assert.NotEqual(faults, Faults(plan with { Seed = 8 }, LinkDirection.ToDevice, 10_000));
        Assert.NotEqual(
            faults.Select(fault => fault.Position), Faults(plan, LinkDirection.ToHost, 10_000).Select(fault => fault.Position));
        Assert.Equal(8, faults.Where(fault => fault.Kind == FaultKind.Flip).Select(fault => fault.Mask).Distinct().Count());
        foreach ((FaultKind kind, TimeSpan longest) in new[] { (FaultKind.Delay, plan.LongestDelay), (FaultKind.Cut, plan.LongestCut) })
            Assert.All(faults.Where(fault => fault.Kind == kind), fault => Assert.InRange(fault.Length!.Value, TimeSpan.Zero, longest));
    }

    [Fact]
    public void A_placed_fault_goes_before_chance()
    {
        var placed = new Fault(LinkDirection.ToHost, 3, FaultKind.Unplug);
        var plan = new FaultPlan { ToHost = new FaultRates { Drop = 1 }, Placed = [placed] };
        Assert.Equal(placed, plan.At(LinkDirection.ToHost, 3));
        Assert.Equal(FaultKind.Drop, plan.At(LinkDirection.ToHost, 4)!.Value.Kind);
        Assert.Null(plan.At(LinkDirection.ToDevice, 3));
    }

    [Fact]
    public void Says_everything_that_is_wrong_with_it()
    {
        var plan = new FaultPlan
        {
            ToDevice = new FaultRates { Drop = double.NaN },
            LongestCut = TimeSpan.FromTicks(-1),
            Placed =
            [
                new Fault(LinkDirection.ToHost, 1, FaultKind.Delay),
                new Fault(LinkDirection.ToHost, 1, FaultKind.Flip) { Mask = 0 },
            ],
        };
        Assert.Equal(5, plan.Problems().Count());
        Assert.Empty(FaultPlan.None.Problems());
        Assert.Single((FaultPlan.None with { ToHost = new FaultRates { Drop = 0.6, Flip = 0.6 } }).Problems());
        Assert.Single((FaultPlan.None with { ToHost = new FaultRates { Drop = -0.1 } }).Problems());
    }

    [Theory]
    [InlineData(FaultKind.Drop, "> 12 Drop")]
    [InlineData(FaultKind.Flip, "> 12 Flip 0x20")]
    [InlineData(FaultKind.Delay, "> 12 Delay 1.5 ms")]
    [InlineData(FaultKind.Cut, "> 12 Cut 1.5 ms")]
    public void A_fault_has_a_line_in_the_log(FaultKind kind, string line) =>
        Assert.Equal(line, new Fault(LinkDirection.ToDevice, 12, kind) { Mask = 0x20, Length = TimeSpan.FromMilliseconds(1.5) }.ToString());

    private static Fault[] Faults(FaultPlan plan, LinkDirection direction, int bytes) =>
        [.. Enumerable.Range(0, bytes).Select(position => plan.At(direction, position)).OfType<Fault>()];
}
