using System.Globalization;
using Tiny.Bench.Boards.Energy.Life;
using Tiny.Bench.Results.Charts;

namespace Tiny.Bench.Cli.Output;

/// <summary>Hands a life of Boards to the charts of Results.</summary>
internal static class LifeCharts
{
    /// <summary>What the life hangs on: figures that change it, the strongest on top.</summary>
    public static TornadoChart Of(LifeScenario scenario, LifeResult life) => new()
    {
        Title = $"What the battery life hangs on: {scenario.Id}",
        Description = string.Create(
            CultureInfo.InvariantCulture,
            $"{scenario.Title}. {life.Years:0.00} years, {life.LowYears:0.00} to {life.HighYears:0.00}; most depends on {life.Sensitivities[0].Name}."),
        Axis = new ChartAxis("Life, years"),
        Middle = life.Years,
        Bars =
        [
            .. life.Sensitivities.Where(one => one.YearsAtLow != one.YearsAtHigh)
                .Select(one => new TornadoBar(string.Create(CultureInfo.InvariantCulture, $"{one.Name}, {one.Estimate.Low:G3} to {one.Estimate.High:G3}"), one.YearsAtLow, one.YearsAtHigh)),
        ],
    };
}
