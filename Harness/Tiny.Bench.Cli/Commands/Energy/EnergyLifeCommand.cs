using System.CommandLine;
using Tiny.Bench.Boards.Energy.Life;
using Tiny.Bench.Cli.Output;
using Tiny.Bench.Results.Charts;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Cli.Commands.Energy;

/// <summary><c>tinybench energy life</c>: how long a battery lasts.</summary>
internal static class EnergyLifeCommand
{
    public static Command Create()
    {
        var preset = new Option<string?>("--preset") { Description = "The device to begin with. Without it all presets are listed." };
        preset.AcceptOnlyFromAmong([.. LifePresets.All.Select(scenario => scenario.Id)]);
        var battery = new Option<string?>("--battery") { Description = "Another battery than the preset's." };
        battery.AcceptOnlyFromAmong([.. Battery.All.Select(known => known.Id)]);
        var set = new Option<string[]>("--set")
        {
            Description = $"Another figure, exact or with its range. Names: {string.Join(", ", LifeParameter.All.Select(parameter => parameter.Name))}.",
            HelpName = "NAME=VALUE[:LOW:HIGH]",
        };
        Option<string?> record = CommonOptions.Path("--record", "Take the energy of the second stage from this run record, with its uncertainty.", "FILE");
        Option<string?> chart = CommonOptions.Path("--chart", "Write what the life hangs on as an SVG.", "FILE");
        Option<bool> json = CommonOptions.Json();
        var command = new Command("life", "Tell how long a battery lasts, what a false wake costs, and when to send raw data instead.") { preset, battery, set, record, chart, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            LifeScenario[] scenarios = parsed.GetValue(preset) is { } id ? [LifePresets.Find(id)!] : [.. LifePresets.All];
            scenarios = [.. scenarios.Select(scenario => Changed(scenario, parsed.GetValue(battery), parsed.GetValue(record), parsed.GetValue(set) ?? []))];
            if (scenarios.SelectMany(scenario => scenario.Problems()).FirstOrDefault() is { } problem)
                throw new RequestException(problem);
            (LifeScenario Scenario, LifeResult Life)[] lives = [.. scenarios.Select(scenario => (scenario, BatteryLife.Of(scenario)))];
            if (parsed.GetValue(chart) is { } file)
                await WriteChartAsync(file, lives, cancellationToken);
            if (parsed.GetValue(json))
                JsonOutput.Write(parsed.InvocationConfiguration.Output, EnergyLifeJson.Of(lives));
            else
                EnergyLifeText.Write(parsed.InvocationConfiguration.Output, lives);
            return ExitCode.Good;
        });
        return command;
    }

    private static LifeScenario Changed(LifeScenario scenario, string? battery, string? record, string[] settings)
    {
        if (battery is not null)
            scenario = scenario with { Battery = Battery.Find(battery)! };
        if (record is not null)
            scenario = scenario with { SecondStageMicrojoules = EnergyOf(record) };
        foreach (string setting in settings)
        {
            if (!LifeSetting.TryParse(setting, out LifeParameter? parameter, out Estimate? estimate))
                throw new RequestException($"--set {setting}: expected NAME=VALUE or NAME=VALUE:LOW:HIGH, with one of the names {string.Join(", ", LifeParameter.All.Select(known => known.Name))}");
            scenario = parameter.With(scenario, estimate);
        }

        return scenario;
    }

    private static Estimate EnergyOf(string path)
    {
        RunRecord record = RunRecordStore.Read(path);
        double median = record.Energy?.MedianMicrojoulesPerInference ?? throw new RequestException($"{path} holds no energy per inference");
        double expanded = record.Energy.Uncertainty?.ExpandedMicrojoules ?? 0;
        return new Estimate(median, Math.Max(0, median - expanded), median + expanded, $"record {Path.GetFileName(path)}");
    }

    private static async Task WriteChartAsync(string file, (LifeScenario Scenario, LifeResult Life)[] lives, CancellationToken cancellationToken)
    {
        if (lives.Length != 1)
            throw new RequestException("--chart draws one device; choose it with --preset");
        using var svg = new MemoryStream();
        new SvgChartWriter().Write(LifeCharts.Of(lives[0].Scenario, lives[0].Life), svg);
        await File.WriteAllBytesAsync(file, svg.ToArray(), cancellationToken);
    }
}
