namespace Tiny.Bench.Boards.Energy.Ppk2;

/// <summary>Against hand arithmetic on the formula of pc-nrfconnect-ppk, getAdcResult.</summary>
public class Ppk2ConverterTests
{
    private const string Text = "Calibrated: 1\nR2: 10.0\nR4: 0.05\nR0: 1000\nGS2: 20.0\nGI2: 0.96\nO2: 64.0\nS2: 0.000005\nI2: 0.00004\nUG2: 1.01\nO4: -nan\nHW: 9173\n";

    [Fact]
    public void Makes_a_current_of_a_reading()
    {
        Assert.True(Ppk2Calibration.TryParse(Text, out Ppk2Calibration calibration));

        // 4 x 1000 - 64 = 3936 steps of 1.8 / 163840 / 10 = 1.0986328125e-6 A: p = 4.32421875e-3 A.
        // 1.01 x (p x (20 p + 0.96) + 5e-6 x 3 + 4e-5) = 1.01 x (p x 1.046484375 + 5.5e-5) = 1.01 x (4.52522735...e-3 + 5.5e-5).
        Assert.Equal(1.01 * ((4.32421875e-3 * 1.046484375) + 5.5e-5), new Ppk2Converter(calibration, 3.0).Convert(2, 1000), 12);
    }

    [Fact]
    public void What_the_meter_does_not_say_has_Nordics_default()
    {
        Assert.True(Ppk2Calibration.TryParse(Text, out Ppk2Calibration calibration));
        Assert.Equal([1000, 101.65, 10.0, 0.94, 0.05], calibration.R);
        Assert.Equal(0, calibration.O[4]);
        Assert.Equal("9173", calibration.Hardware);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Calibrated: 1\n")]
    [InlineData("Calibrated: 1\nR0: ten\n")]
    [InlineData("Calibrated: 1\nR0: 10\nR0: 11\n")]
    [InlineData("Calibrated: 1\nR0: 10\nR1\n")]
    public void A_torn_calibration_is_none(string text) => Assert.False(Ppk2Calibration.TryParse(text, out _));

    [Fact]
    public void A_change_of_range_is_averaged_over_three_samples()
    {
        Assert.True(Ppk2Calibration.TryParse("R0: 1000\nGS0: 1e-30\nGS1: 1e-30\n", out Ppk2Calibration calibration));
        var converter = new Ppk2Converter(calibration, 3.0);
        double before = converter.Convert(0, 2000), after = converter.Convert(1, 3000);
        converter.Next(Ppk2Word.Of(2000, 0, 0, 0));

        double[] seen = [.. Enumerable.Range(0, 5).Select(_ => converter.Next(Ppk2Word.Of(3000, 1, 0, 0)))];

        // The mean goes 18 % of the way at each sample.
        Assert.Equal(before + (0.18 * (after - before)), seen[0], 12);
        Assert.Equal(after - (0.82 * 0.82 * (after - before)), seen[1], 12);
        Assert.Equal(after - (0.82 * 0.82 * 0.82 * (after - before)), seen[2], 12);
        Assert.Equal([after, after], seen[3..]);
    }
}
