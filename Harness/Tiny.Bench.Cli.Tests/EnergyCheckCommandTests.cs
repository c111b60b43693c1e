using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json.Nodes;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Cli;

public sealed class EnergyCheckCommandTests
{
    private const string Report = """
        00245.273 ulp-ml: Energy data for window 2 at time 1.00 for 2.00 sec.:
        00245.273 ulp-ml:   Energy       :     2000.000 uJ
        00245.273 ulp-ml:   Energy/Inf.  :      200.000 uJ/inf.
        00245.273 ulp-ml: Energy data for window 4 at time 4.00 for 2.00 sec.:
        00245.273 ulp-ml:   Energy       :     2000.000 uJ
        00245.273 ulp-ml:   Energy/Inf.  :      200.000 uJ/inf.
        00245.273 ulp-ml: Median energy cost is 200.000 uJ/inf.
        """;

    [SkippableFact]
    public async Task Every_published_trace_adds_up_to_its_published_energy()
    {
        CommandLine run = await CommandLine.RunAsync("energy", "check", Official.Published(), "--json");
        JsonArray traces = run.Json["traces"]!.AsArray();

        Assert.Equal(0, run.ExitCode);
        Assert.True(traces.Count >= 14);
        Assert.All(traces, trace =>
        {
            Assert.Equal("agrees", (string?)trace!["verdict"]);
            Assert.Equal(5, (int)trace["windows"]!);
            Assert.True(Math.Abs((double)trace["relativeDifference"]!) <= (double)trace["allowedDifference"]!);
        });
        Assert.Contains(traces, trace => (double)trace!["publishedMicrojoules"]! == 1430.6681 && Math.Round((double)trace["recomputedMicrojoules"]!, 4) == 1430.6681);
        Assert.Contains(run.Json["withoutTrace"]!.AsArray(), report => ((string)report!["path"]!).EndsWith("RN07__power__results.txt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_report_that_was_made_up_does_not_pass()
    {
        using var folder = new TemporaryFolder();
        Write(folder, Report.Replace("2000.000 uJ", "1990.000 uJ", StringComparison.Ordinal));
        CommandLine run = await CommandLine.RunAsync("energy", "check", folder.Path);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("trace1-energy.bin: differs", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "\n")]
    [InlineData(3, "\r\n")]
    public async Task Lines_may_be_tripled_and_begin_with_a_byte_order_mark(int times, string end)
    {
        using var folder = new TemporaryFolder();
        string text = string.Concat(Report.Split('\n').SelectMany(line => Enumerable.Repeat(line.TrimEnd() + end, times)));
        Write(folder, "\uFEFF" + text);
        CommandLine run = await CommandLine.RunAsync("energy", "check", folder.Path, "--json");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(2, (int)run.Json["traces"]![0]!["windows"]!);
    }

    [Fact]
    public async Task The_log_stands_in_for_a_report_that_is_missing()
    {
        using var folder = new TemporaryFolder();
        Write(folder, Report, "log.txt");
        CommandLine run = await CommandLine.RunAsync("energy", "check", folder["energy/trace1-energy.bin"], "--json");
        Assert.Equal(0, run.ExitCode);
        Assert.EndsWith("log.txt", (string?)run.Json["traces"]![0]!["report"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_traces_beside_a_report_one_has_to_agree()
    {
        using var folder = new TemporaryFolder();
        Write(folder, Report);
        folder.Write("energy/trace2-energy.bin", Trace(500));
        folder.Write("energy/trace2-timestamps.json", "[0.1, 0.2, 0.4]");
        CommandLine run = await CommandLine.RunAsync("energy", "check", folder.Path, "--json");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("agrees, other-trace", string.Join(", ", run.Json["traces"]!.AsArray().Select(trace => (string?)trace!["verdict"])));
    }

    [Fact]
    public async Task A_torn_trace_is_named_and_gives_no_figure()
    {
        using var folder = new TemporaryFolder();
        Write(folder, Report);
        folder.Write("energy/trace1-energy.bin", Trace(6000)[..^1]);
        CommandLine run = await CommandLine.RunAsync("energy", "check", folder.Path, "--json");
        JsonNode trace = run.Json["traces"]![0]!;
        Assert.Equal(3, run.ExitCode);
        Assert.Equal("broken", (string?)trace["verdict"]);
        Assert.Null(trace["recomputedMicrojoules"]);
        Assert.Contains("byte 24001", (string?)trace["problems"]![0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writes_every_window_as_a_line()
    {
        using var folder = new TemporaryFolder();
        Write(folder, Report);
        await CommandLine.RunAsync("energy", "check", folder.Path, "--csv", folder["windows.csv"]);
        string[] lines = await File.ReadAllLinesAsync(folder["windows.csv"]);
        Assert.Equal("Path,Window,Inferences,Seconds,PublishedMicrojoules,RecomputedMicrojoules,DifferenceMicrojoules,AllowedMicrojoules,Problem", lines[0]);
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("2,10,2,2000,", lines[1][(lines[1].IndexOf(',', StringComparison.Ordinal) + 1)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_energy_is_no_request()
    {
        using var folder = new TemporaryFolder();
        folder.Write("kws/performance/results.json", "[{]");
        folder.Write("kws/performance/results.txt", "Median throughput is 1.0 inf./sec.");
        Assert.Equal(2, (await CommandLine.RunAsync("energy", "check", folder.Path)).ExitCode);
    }

    // A microjoule a millisecond for six seconds.
    private static void Write(TemporaryFolder folder, string report, string name = "results.txt")
    {
        folder.Write("energy/trace1-energy.bin", Trace(6000));
        folder.Write("energy/trace1-timestamps.json", string.Create(CultureInfo.InvariantCulture, $"[{0.019}, 1.0, 3.0, 4.0, 6.0]"));
        folder.Write($"energy/{name}", report);
    }

    private static byte[] Trace(int samples)
    {
        byte[] bytes = new byte[5 + (4 * samples)];
        bytes[0] = 0xF1;
        BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(1), 1000);
        for (int index = 0; index < samples; index++)
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(5 + (4 * index)), 1);
        return bytes;
    }
}
