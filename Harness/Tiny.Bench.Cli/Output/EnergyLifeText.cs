using System.Globalization;
using Tiny.Bench.Boards.Energy.Life;

namespace Tiny.Bench.Cli.Output;

/// <summary>What <c>tinybench energy life</c> prints for people.</summary>
internal static class EnergyLifeText
{
    private const double DaysPerYear = 365.25;

    /// <summary>One device in full, several as a table.</summary>
    public static void Write(TextWriter output, IReadOnlyList<(LifeScenario Scenario, LifeResult Life)> lives)
    {
        if (lives.Count == 1)
        {
            Write(output, lives[0].Scenario, lives[0].Life);
            return;
        }

        TextTable.Write(
            output,
            ["preset", "battery", ">life", ">from", ">to", ">J/day", ">sending raw"],
            lives.Select(one => (IReadOnlyList<string>)
            [
                one.Scenario.Id, one.Scenario.Battery.Id, Time(one.Life.Years), Time(one.Life.LowYears), Time(one.Life.HighYears), Number(one.Life.Daily.Total), Time(one.Life.YearsSendingRaw),
            ]));
        output.WriteLine("Figures without a source are assumptions: --preset NAME lists each.");
    }

    private static void Write(TextWriter output, LifeScenario scenario, LifeResult life)
    {
        output.WriteLine(scenario.Title);
        output.WriteLine($"{Time(life.Years)} on {scenario.Battery.Chemistry}, from {Time(life.LowYears)} to {Time(life.HighYears)}");
        output.WriteLine($"  {Number(life.Daily.Total)} J a day: sleep {Share(life.Daily.Sleep)}, first stage {Share(life.Daily.FirstStage)}, second stage {Share(life.Daily.SecondStage)}, radio {Share(life.Daily.Radio)}");
        output.WriteLine($"  a false wake costs {Number(life.MicrojoulesPerFalseWake)} uJ; {Number(life.FalseWakesPerDay)} a day, and without them {Time(life.YearsWithoutFalseWakes)}");
        output.WriteLine($"  sending every window raw: {Time(life.YearsSendingRaw)}; raw is the cheaper below {Number(life.BreakEvenBytes)} bytes a window, it has {Number(scenario.RawBytes.Value)}");
        TextTable.Write(
            output,
            ["  figure", ">value", ">low", ">high", ">life at low", ">at high", "source"],
            life.Sensitivities.Select(one => (IReadOnlyList<string>)
            [
                $"  {one.Name}", Number(one.Estimate.Value), Number(one.Estimate.Low), Number(one.Estimate.High), Time(one.YearsAtLow), Time(one.YearsAtHigh), one.Estimate.Source,
            ]));

        string Share(double joules) => string.Create(CultureInfo.InvariantCulture, $"{100 * joules / life.Daily.Total:0} %");
    }

    private static string Number(double value) => value.ToString(value >= 1000 ? "F0" : "G4", CultureInfo.InvariantCulture);

    private static string Time(double years) => years switch
    {
        >= 1 => string.Create(CultureInfo.InvariantCulture, $"{years:0.0} years"),
        >= 2 / DaysPerYear => string.Create(CultureInfo.InvariantCulture, $"{years * DaysPerYear:0} days"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{years * DaysPerYear * 24:0.0} hours"),
    };
}
