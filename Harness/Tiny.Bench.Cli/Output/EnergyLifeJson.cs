using Tiny.Bench.Boards.Energy.Life;

namespace Tiny.Bench.Cli.Output;

/// <summary>What <c>tinybench energy life --json</c> prints.</summary>
internal static class EnergyLifeJson
{
    /// <summary>The document.</summary>
    public static object Of(IReadOnlyList<(LifeScenario Scenario, LifeResult Life)> lives) => new
    {
        Lives = lives.Select(one => new
        {
            one.Scenario.Id,
            one.Scenario.Title,
            Battery = one.Scenario.Battery.Id,
            one.Life.Years,
            one.Life.LowYears,
            one.Life.HighYears,
            JoulesPerDay = new { one.Life.Daily.Sleep, one.Life.Daily.FirstStage, one.Life.Daily.SecondStage, one.Life.Daily.Radio, one.Life.Daily.Total },
            one.Life.FalseWakesPerDay,
            one.Life.MicrojoulesPerFalseWake,
            one.Life.YearsWithoutFalseWakes,
            YearsSendingRaw = Finite(one.Life.YearsSendingRaw),
            BreakEvenBytes = Finite(one.Life.BreakEvenBytes),
            Figures = one.Life.Sensitivities.Select(figure => new { figure.Name, figure.Estimate.Value, figure.Estimate.Low, figure.Estimate.High, figure.Estimate.Source, figure.YearsAtLow, figure.YearsAtHigh }),
        }),
    };

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
