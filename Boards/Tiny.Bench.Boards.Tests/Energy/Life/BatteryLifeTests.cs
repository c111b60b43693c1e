namespace Tiny.Bench.Boards.Energy.Life;

public class BatteryLifeTests
{
    // 100 mAh at 3 V, all of it usable, without self-discharge: 1080 J.
    private static readonly LifeScenario Plain = new()
    {
        Id = "plain",
        Title = "",
        Battery = new Battery
        {
            Id = "b", Chemistry = "", Volts = 3, CutOffVolts = 2,
            CapacityMilliampereHours = One(100), UsableShare = One(1), SelfDischargePerYear = One(0),
        },
        SleepMicroamperes = One(0),
        WindowsPerDay = One(0),
        FirstStageMicrojoules = One(0),
        EventsPerDay = One(0),
        FalseAcceptRate = One(0),
        SecondStageMicrojoules = One(0),
        SecondFalseAcceptRate = One(0),
        MessageMicrojoules = One(0),
        RawBytes = One(0),
        MicrojoulesPerByte = One(0),
    };

    [Fact]
    public void A_current_empties_a_capacity()
    {
        // 100 mAh at 10 uA: 10,000 h.
        Assert.Equal(10_000 / 24.0 / 365.25, BatteryLife.Of(Plain with { SleepMicroamperes = One(10) }).Years, 1e-12);
    }

    [Fact]
    public void Self_discharge_is_a_current_of_its_own()
    {
        // 20 % a year of all, and 80 % usable: 4 years with nothing connected.
        LifeScenario scenario = Plain with { Battery = Plain.Battery with { SelfDischargePerYear = One(0.2), UsableShare = One(0.8) } };
        Assert.Equal(4, BatteryLife.Of(scenario).Years, 1e-12);
    }

    [Fact]
    public void A_cascade_costs_what_its_stages_are_woken_for()
    {
        LifeScenario scenario = Plain with
        {
            WindowsPerDay = One(1010),
            FirstStageMicrojoules = One(1000),
            EventsPerDay = One(10),
            FalseAcceptRate = One(0.05),
            SecondStageMicrojoules = One(4000),
            SecondFalseAcceptRate = One(0.2),
            MessageMicrojoules = One(50_000),
            RawBytes = One(100),
            MicrojoulesPerByte = One(50),
        };
        LifeResult life = BatteryLife.Of(scenario);

        // 1000 windows without event: 50 false wakes, 10 of them told. 1.01 J + 60 x 4 mJ + 20 x 50 mJ = 2.25 J a day.
        Assert.Equal(50, life.FalseWakesPerDay, 1e-9);
        Assert.Equal(new DailyEnergy(0, 1.01, 0.24, 1.0).Total, life.Daily.Total, 1e-12);
        Assert.Equal(1080 / 2.25 / 365.25, life.Years, 1e-12);

        // One costs 4 mJ and a fifth of 50 mJ. Without the 50: 2.25 - 50 x 14 mJ = 1.55 J.
        Assert.Equal(14_000, life.MicrojoulesPerFalseWake, 1e-9);
        Assert.Equal(1080 / 1.55 / 365.25, life.YearsWithoutFalseWakes, 1e-12);

        // 5 mJ a window sent: 5.05 J a day; 2.25 J over 1010 windows are 2228 uJ, or 44.55 bytes.
        Assert.Equal(1080 / 5.05 / 365.25, life.YearsSendingRaw, 1e-12);
        Assert.Equal(2.25e6 / 1010 / 50, life.BreakEvenBytes, 1e-9);
    }

    [Fact]
    public void Bounds_add_what_each_figure_may_do()
    {
        // Half or double the current: double or half the life. 80 to 125 mAh: 0.8 to 1.25 of it. In logarithms 0.6931 and 0.2231: 0.7282.
        LifeScenario scenario = Plain with
        {
            SleepMicroamperes = new Estimate(10, 5, 20, ""),
            Battery = Plain.Battery with { CapacityMilliampereHours = new Estimate(100, 80, 125, "") },
        };
        LifeResult life = BatteryLife.Of(scenario);
        Assert.Equal(life.Years / 2.0713, life.LowYears, 1e-4);
        Assert.Equal(life.Years * 2.0713, life.HighYears, 1e-3);
        Assert.Equal("sleep-uA", life.Sensitivities[0].Name);
        Assert.Equal(2 * life.Years, life.Sensitivities[0].YearsAtLow, 1e-12);
    }

    [Fact]
    public void Names_every_figure_that_is_none()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => BatteryLife.Of(Plain with { SleepMicroamperes = One(-1), FalseAcceptRate = One(double.NaN) }));
        Assert.Contains("sleep-uA", error.Message, StringComparison.Ordinal);
        Assert.Contains("false-accept-rate", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_preset_can_be_computed_and_tells_where_its_figures_come_from()
    {
        Assert.Equal(4, LifePresets.All.Count);
        foreach (LifeScenario preset in LifePresets.All)
        {
            LifeResult life = BatteryLife.Of(preset);
            Assert.InRange(life.Years, 0.05, 20);
            Assert.True(life.LowYears < life.Years && life.Years < life.HighYears, preset.Id);
            Assert.All(LifeParameter.All, parameter => Assert.NotEmpty(parameter.Get(preset).Source));
        }
    }

    private static Estimate One(double value) => Estimate.Exactly(value, "test");
}
