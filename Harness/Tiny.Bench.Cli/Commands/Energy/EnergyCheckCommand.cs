using System.CommandLine;
using Tiny.Bench.Boards.Energy.Checking;
using Tiny.Bench.Boards.Energy.Uncertainty;
using Tiny.Bench.Cli.Output;

namespace Tiny.Bench.Cli.Commands.Energy;

/// <summary><c>tinybench energy check PATH...</c>: published energies, summed up again from the traces beside them.</summary>
internal static class EnergyCheckCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "A round, a folder of rounds, a folder of flattened files, or one trace.",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<string?> csv = CommonOptions.Path("--csv", "Also write every window as a line of CSV.", "FILE");
        Option<string?> meter = EnergyOptions.Meter();
        Option<bool> json = CommonOptions.Json();
        var command = new Command("check", "Sum up published traces and hold the published energies against them. Exit code 1 when one does not agree.") { paths, csv, meter, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var check = new EnergyCheck(PublishedEnergyReader.Read);
            var findings = new List<EnergyFinding>();
            foreach (string path in parsed.GetRequiredValue(paths))
                findings.AddRange(await check.CheckAsync(path, cancellationToken));
            if (findings.Count == 0)
                throw new RequestException($"{string.Join(", ", parsed.GetRequiredValue(paths))}: neither a trace nor a published energy");
            if (parsed.GetValue(csv) is { } file)
                await EnergyCheckCsv.WriteAsync(file, findings, cancellationToken);
            MeterClass? meterClass = parsed.GetValue(meter) is { } id ? MeterClass.Find(id) : null;
            if (parsed.GetValue(json))
                JsonOutput.Write(parsed.InvocationConfiguration.Output, EnergyCheckJson.Of(findings, meterClass));
            else
                EnergyCheckText.Write(parsed.InvocationConfiguration.Output, findings, meterClass);
            return ExitOf(findings);
        });
        return command;
    }

    private static int ExitOf(List<EnergyFinding> findings)
    {
        if (findings.Exists(finding => finding.Verdict == EnergyVerdict.Differs))
            return ExitCode.BadVerdict;
        return findings.Exists(finding => finding.Verdict == EnergyVerdict.Broken) ? ExitCode.WorldFailed : ExitCode.Good;
    }
}
