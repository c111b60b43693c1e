using System.Xml.Linq;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Cli;

public sealed class EnergyShowCommandTests
{
    private const string Csv = "Timestamp(ms),Current(uA),D0-D7\n0,100,00000000\n1,100,10000000\n2,9000,10000000\n3,100,00000000\n6,100,00000000\n";

    [Fact]
    public async Task Draws_windows_events_and_gaps()
    {
        using var folder = new TemporaryFolder();
        string trace = folder.Write("trace.csv", Csv);
        CommandLine run = await CommandLine.RunAsync("energy", "show", trace, "--supply", "3", "--out", folder["trace.svg"]);
        string svg = await File.ReadAllTextAsync(folder["trace.svg"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("0.007 s at 1000 samples a second, 2 events, 2 samples missing in 1 gaps", run.Output, StringComparison.Ordinal);

        // Two samples of 0.1 and 9 mA at 3 V, a millisecond each.
        Assert.Contains("window 0: 27.3 uJ in 0.002 s", svg, StringComparison.Ordinal);
        Assert.Contains("2 samples are missing from 0.004 s on", svg, StringComparison.Ordinal);
        Assert.Contains("event D0 falling at 0.003 s", svg, StringComparison.Ordinal);
        Assert.Contains("Power, mW", svg, StringComparison.Ordinal);
        Assert.Equal("svg", XDocument.Parse(svg).Root!.Name.LocalName);
    }

    [Fact]
    public async Task Prints_the_same_chart_every_time()
    {
        using var folder = new TemporaryFolder();
        string trace = folder.Write("trace.csv", Csv);
        string[] arguments = ["energy", "show", trace, "--supply", "3", "--from", "0.001", "--to", "0.004"];
        CommandLine first = await CommandLine.RunAsync(arguments);
        Assert.StartsWith("<svg", first.Output, StringComparison.Ordinal);
        Assert.Equal(first.Output, (await CommandLine.RunAsync(arguments)).Output);
    }

    [Theory]
    [InlineData("5", "4")]
    [InlineData("-1", "4")]
    public async Task Refuses_a_stretch_that_is_none(string from, string to)
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(2, (await CommandLine.RunAsync("energy", "show", folder.Write("t.csv", Csv), "--supply", "3", "--from", from, "--to", to)).ExitCode);
    }

    [Theory]
    [InlineData("t.csv", "supply must be given")]
    [InlineData("t.jls", "JLS")]
    [InlineData("t.dat", "none of the known traces")]
    public async Task Says_what_it_cannot_draw(string name, string expected)
    {
        using var folder = new TemporaryFolder();
        CommandLine run = await CommandLine.RunAsync("energy", "show", folder.Write(name, Csv));
        Assert.Equal(3, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }
}
