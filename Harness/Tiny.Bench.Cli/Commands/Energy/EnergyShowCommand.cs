using System.CommandLine;
using Tiny.Bench.Boards.Energy.Traces;
using Tiny.Bench.Cli.Output;
using Tiny.Bench.Results.Charts;

namespace Tiny.Bench.Cli.Commands.Energy;

/// <summary><c>tinybench energy show TRACE</c>: a trace as a chart.</summary>
internal static class EnergyShowCommand
{
    // As many as the plot has pixels, more or less.
    private const int Columns = 640;

    public static Command Create()
    {
        var file = new Argument<string>("TRACE") { Description = "trace1-energy.bin, results.json, a .ppk2 file, CSV of a PPK2, a Joulescope or an Otii, or the capture of an LPM01A." };
        Option<string?> output = CommonOptions.Path("--out", "Where the SVG goes. Default: standard output.", "FILE");
        var from = new Option<double>("--from") { Description = "Show from this second on.", HelpName = "S" };
        var to = new Option<double?>("--to") { Description = "Show up to this second. Default: the end.", HelpName = "S" };
        Option<double?> supply = EnergyOptions.Supply();
        var command = new Command("show", "Draw a trace with its windows, events and gaps.") { file, output, from, to, supply };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            IEnergyTrace trace = await TraceFile.OpenAsync(parsed.GetRequiredValue(file), parsed.GetValue(supply), cancellationToken);
            TraceIntegral sums = await TraceIntegrator.IntegrateAsync(trace, cancellationToken);
            double end = parsed.GetValue(to) ?? sums.Header.SecondsOf(sums.End);
            double start = parsed.GetValue(from);
            if (!(start >= 0 && end > start && double.IsFinite(end)))
                throw new RequestException(FormattableString.Invariant($"--from {start} to {end} s is no stretch of the trace, which lasts {sums.Header.SecondsOf(sums.End)} s"));
            TraceOutline outline = await TraceOutline.OfAsync(trace, start, end, Columns, cancellationToken);
            TraceChart chart = TraceCharts.Of(Path.GetFileName(parsed.GetRequiredValue(file)), sums, outline);
            using var svg = new MemoryStream();
            new SvgChartWriter().Write(chart, svg);
            if (parsed.GetValue(output) is { } path)
            {
                await File.WriteAllBytesAsync(path, svg.ToArray(), cancellationToken);
                EnergyShowText.Write(parsed.InvocationConfiguration.Output, sums);
            }
            else
            {
                await parsed.InvocationConfiguration.Output.WriteAsync(System.Text.Encoding.UTF8.GetString(svg.ToArray()));
            }

            return ExitCode.Good;
        });
        return command;
    }
}
