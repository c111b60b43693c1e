using System.CommandLine;
using Tiny.Bench.Boards.Energy.Uncertainty;

namespace Tiny.Bench.Cli.Commands.Energy;

/// <summary>Options that the energy commands share.</summary>
internal static class EnergyOptions
{
    /// <summary>The meter that a trace was taken with.</summary>
    public static Option<string?> Meter()
    {
        var option = new Option<string?>("--meter") { Description = "The meter that the traces were taken with, for the uncertainty: its data sheet goes into the budget." };
        option.AcceptOnlyFromAmong([.. MeterClass.All.Select(meter => meter.Id)]);
        return option;
    }

    /// <summary>The supply, for traces that hold currents only.</summary>
    public static Option<double?> Supply()
    {
        var option = new Option<double?>("--supply") { Description = "Supply in volts, for a trace that holds currents and no voltage.", HelpName = "V" };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double?>() is { } volts && !(volts > 0 && double.IsFinite(volts)))
                result.AddError("--supply is not more than 0 V");
        });
        return option;
    }
}
