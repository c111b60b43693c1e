using System.CommandLine;
using Tiny.Bench.Cli.Output;
using Tiny.Bench.Reference.Benchmarking;

namespace Tiny.Bench.Cli.Commands;

/// <summary><c>tinybench model bench FILE</c>: how fast a model runs on this machine with the plain and the fast kernels.</summary>
internal static class ModelBenchCommand
{
    private const double DefaultSeconds = 3, MostSeconds = 600;

    public static Command Create()
    {
        Argument<string> file = CommonOptions.ModelFile();
        Option<string> dialect = CommonOptions.DialectName();
        var seconds = new Option<double>("--seconds") { Description = "About how long to measure.", DefaultValueFactory = _ => DefaultSeconds, HelpName = "S" };
        seconds.Validators.Add(result =>
        {
            if (!(result.GetValueOrDefault<double>() is > 0 and <= MostSeconds))
                result.AddError($"--seconds must be more than 0 and at most {MostSeconds}");
        });
        Option<bool> json = CommonOptions.Json();
        var command = new Command("bench", "Time a model on one core: plain and fast kernels in turns, and a packed int8 matrix product as the yardstick.")
        {
            file, dialect, seconds, json,
        };
        command.SetAction((parsed, cancellation) =>
        {
            ModelSpeed speed = ModelBenchmark.Measure(
                ModelCommand.Read(parsed.GetRequiredValue(file)), CommonOptions.DialectOf(parsed, dialect), parsed.GetValue(seconds), cancellation);
            TextWriter output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
                ModelSpeedJson.Write(output, speed);
            else
                ModelSpeedText.Print(output, speed);
            return Task.FromResult(ExitCode.Good);
        });
        return command;
    }
}
