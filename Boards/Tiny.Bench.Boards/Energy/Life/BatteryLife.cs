namespace Tiny.Bench.Boards.Energy.Life;

/// <summary>The arithmetic of battery life.</summary>
/// <remarks>
/// Life = usable charge over mean current, of the device and of self-discharge, which is taken as a constant current of so many percent of the
/// nominal capacity a year. Temperature, ageing and a converter are not in the model; they belong into the ranges of its figures.
/// </remarks>
public static class BatteryLife
{
    private const double SecondsPerDay = 86400;
    private const double DaysPerYear = 365.25;
    private const double CoulombsPerMilliampereHour = 3.6;
    private const double JoulesPerMicrojoule = 1e-6;

    /// <summary>Computes a scenario.</summary>
    /// <exception cref="ArgumentException">A figure is no sound one; the message names all that are not.</exception>
    public static LifeResult Of(LifeScenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        string problems = string.Join(" ", scenario.Problems());
        if (problems.Length > 0)
            throw new ArgumentException(problems, nameof(scenario));
        double years = Years(scenario);
        LifeSensitivity[] sensitivities =
        [
            .. LifeParameter.All.Select(parameter => Vary(scenario, parameter))
                .OrderByDescending(one => Math.Abs(Math.Log(one.YearsAtHigh / one.YearsAtLow))).ThenBy(one => one.Name, StringComparer.Ordinal),
        ];
        double falseWakes = FalseWakes(scenario);
        double perFalseWake = scenario.SecondStageMicrojoules.Value + (scenario.SecondFalseAcceptRate.Value * scenario.MessageMicrojoules.Value);
        DailyEnergy daily = Daily(scenario);
        double perWindow = scenario.WindowsPerDay.Value > 0 ? (daily.Total - daily.Sleep) / scenario.WindowsPerDay.Value / JoulesPerMicrojoule : 0;
        return new LifeResult
        {
            Years = years,
            LowYears = years * Math.Exp(-Swing(sensitivities, years, shorter: true)),
            HighYears = years * Math.Exp(Swing(sensitivities, years, shorter: false)),
            Daily = daily,
            FalseWakesPerDay = falseWakes,
            MicrojoulesPerFalseWake = perFalseWake,
            YearsWithoutFalseWakes = Years(scenario with { FalseAcceptRate = Estimate.Exactly(0, "") }),
            YearsSendingRaw = Years(scenario.Battery, daily.Sleep + (scenario.WindowsPerDay.Value * scenario.RawBytes.Value * scenario.MicrojoulesPerByte.Value * JoulesPerMicrojoule)),
            BreakEvenBytes = scenario.MicrojoulesPerByte.Value > 0 ? perWindow / scenario.MicrojoulesPerByte.Value : double.PositiveInfinity,
            Sensitivities = sensitivities,
        };
    }

    private static DailyEnergy Daily(LifeScenario scenario)
    {
        double wakes = scenario.EventsPerDay.Value + FalseWakes(scenario);
        double messages = scenario.EventsPerDay.Value + (FalseWakes(scenario) * scenario.SecondFalseAcceptRate.Value);
        return new DailyEnergy(
            scenario.SleepMicroamperes.Value * 1e-6 * scenario.Battery.Volts * SecondsPerDay,
            scenario.WindowsPerDay.Value * scenario.FirstStageMicrojoules.Value * JoulesPerMicrojoule,
            wakes * scenario.SecondStageMicrojoules.Value * JoulesPerMicrojoule,
            messages * scenario.MessageMicrojoules.Value * JoulesPerMicrojoule);
    }

    // Windows with an event in them cannot wake falsely.
    private static double FalseWakes(LifeScenario scenario) =>
        Math.Max(0, scenario.WindowsPerDay.Value - scenario.EventsPerDay.Value) * scenario.FalseAcceptRate.Value;

    private static double Years(LifeScenario scenario) => Years(scenario.Battery, Daily(scenario).Total);

    private static double Years(Battery battery, double joulesPerDay)
    {
        double nominal = battery.CapacityMilliampereHours.Value * CoulombsPerMilliampereHour;
        double coulombsPerYear = (joulesPerDay / battery.Volts * DaysPerYear) + (nominal * battery.SelfDischargePerYear.Value);
        return nominal * battery.UsableShare.Value / coulombsPerYear;
    }

    private static LifeSensitivity Vary(LifeScenario scenario, LifeParameter parameter)
    {
        Estimate estimate = parameter.Get(scenario);
        return new LifeSensitivity(
            parameter.Name,
            estimate,
            Years(parameter.With(scenario, estimate with { Value = estimate.Low })),
            Years(parameter.With(scenario, estimate with { Value = estimate.High })));
    }

    // Shares multiply, so their logarithms add: in quadrature, as the figures do not know of each other.
    private static double Swing(LifeSensitivity[] sensitivities, double years, bool shorter)
    {
        double sum = 0;
        foreach (LifeSensitivity one in sensitivities)
        {
            double end = shorter ? Math.Min(one.YearsAtLow, one.YearsAtHigh) : Math.Max(one.YearsAtLow, one.YearsAtHigh);
            double log = Math.Log(end / years);
            sum += shorter == (log < 0) ? log * log : 0;
        }

        return Math.Sqrt(sum);
    }
}
