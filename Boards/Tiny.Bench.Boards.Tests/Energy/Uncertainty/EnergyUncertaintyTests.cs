using Tiny.Bench.Boards.Energy.Traces;

namespace Tiny.Bench.Boards.Energy.Uncertainty;

public class EnergyUncertaintyTests
{
    private static readonly MeterClass Meter = new("m", "m", 0.02, 1e-6, "made up");

    [Fact]
    public void Has_a_line_for_everything_that_may_be_wrong()
    {
        (WindowEnergy, long)[] windows = [(Window(0.30, edge: 60e-6), 200), (Window(0.31, edge: 60e-6), 200), (Window(0.32, edge: 60e-6, missing: 3), 200)];
        UncertaintyBudget budget = EnergyUncertainty.Of(windows, 1000, Meter, new SupplyVoltage(3, 0.01));

        // 0.31 J / 200 = 1550 uJ. Limits: 2 % = 31, 1 uA x 3 V x 10 s / 200 = 0.15, 1 % = 15.5, half of 60 uJ / 200 = 0.15, 3 samples of 33 uJ / 200 = 0.495.
        Assert.Equal(1550, budget.Value, 1e-9);
        Assert.Equal(31 / Math.Sqrt(3), Standard("gain of the meter"), 1e-9);
        Assert.Equal(0.15 / Math.Sqrt(3), Standard("offset of the meter"), 1e-9);
        Assert.Equal(15.5 / Math.Sqrt(3), Standard("supply"), 1e-9);
        Assert.Equal(0.15 / Math.Sqrt(6), Standard("window edges"), 1e-9);
        Assert.Equal(0.495 / Math.Sqrt(3), Standard("missing samples"), 1e-9);

        // 1500, 1550, 1600: s = 50. Of three windows the median is within 4.628 s / sqrt(3), a t of two within 4.53 of its scale.
        Assert.Equal(4.628 / 4.53 * 50 / Math.Sqrt(3), Standard("repeatability"), 0.3);

        double Standard(string name) => budget.Components.Single(component => component.Name == name).Standard;
    }

    [Fact]
    public void A_meter_without_figures_adds_none()
    {
        UncertaintyBudget budget = EnergyUncertainty.Of([(Window(0.3), 1)], 1000, MeterClass.Find("PPK2"));
        Assert.Equal("window edges", Assert.Single(budget.Components).Name);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(8)]
    public void The_scatter_of_a_median_is_what_simulated_windows_scatter(int windows)
    {
        var random = new Random(3);
        int held = 0;
        for (int run = 0; run < 20_000; run++)
        {
            double[] values = [.. Enumerable.Range(0, windows).Select(_ => Normal(random))];
            var budget = new UncertaintyBudget(Core.Metrics.Statistics.Median(values), [MedianRepeatability.Of(values)!]);
            held += budget.Low <= 0 && budget.High >= 0 ? 1 : 0;
        }

        Assert.InRange(held / 20_000.0, 0.950, 0.959);
    }

    // The truth is 1000 uJ; every error is drawn from what the budget says of it.
    [Theory]
    [InlineData("everything alike", 0.01, 0.01, 12, 0.004)]
    [InlineData("the meter alone", 0.02, 0, 0.001, 0)]
    [InlineData("the scatter alone", 0, 0, 0.001, 0.01)]
    [InlineData("the edges alone", 0, 0, 20, 0.0001)]
    [InlineData("as on a bench", 0.02, 0.005, 0.03, 0.0005)]
    public void Of_ten_thousand_runs_95_in_100_intervals_hold_the_truth(string what, double gain, double supply, double edge, double scatter)
    {
        const double truth = 1000;
        var random = new Random(what.Length);
        var meter = new MeterClass("m", "m", gain, null, "");
        int held = 0;
        for (int run = 0; run < 10_000; run++)
        {
            double gainError = gain * Even(random);
            double supplyError = supply * Even(random);
            double edgeError = edge * (random.NextDouble() - random.NextDouble());
            (WindowEnergy, long)[] windows =
            [
                .. Enumerable.Range(0, 5).Select(_ => (Window(
                    1e-6 * ((truth * (1 + (scatter * Normal(random)))) + (truth * (gainError + supplyError)) + edgeError), edge: 2 * edge * 1e-6), 1L)),
            ];
            UncertaintyBudget budget = EnergyUncertainty.Of(windows, 1000, meter, new SupplyVoltage(3, supply));
            held += budget.Low <= truth && truth <= budget.High ? 1 : 0;
        }

        Assert.InRange(held / 10_000.0, 0.94, 0.96);
    }

    private static double Even(Random random) => (2 * random.NextDouble()) - 1;

    // Box and Muller.
    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static WindowEnergy Window(double joules, double edge = 0, long missing = 0) => new()
    {
        First = 0,
        End = 10_000,
        Seconds = 10,
        Joules = joules,
        EdgeJoules = edge,
        MissingSamples = missing,
        PeakWatts = 0.033,
    };
}
