using Tiny.Bench.Boards.Energy.Traces;
using Tiny.Bench.Core;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Boards.Energy.Checking;

public class EnergyRunFinderTests
{
    [Fact]
    public void Finds_runs_by_the_names_of_files_whatever_the_folders_are_called()
    {
        using var folder = new TemporaryFolder();
        byte[] trace = EembcFile.Of(1000, 1);
        folder.Write("v1/closed/a/results/deep/board/ic/enegy/trace1-energy.bin", trace);
        folder.Write("v1/closed/a/results/deep/board/ic/enegy/trace1-timestamps.json", "[]");
        folder.Write("v1/closed/a/results/deep/board/ic/enegy/results.txt", "");
        folder.Write("v1/closed/a/results/deep/board/ic/enegy/._results.txt", "");
        folder.Write("v1/closed/a/code/KWS01-Energy.bin", [0x00, 0x20, 0x01, 0x20, 0, 0, 0, 0]);
        folder.Write("logs/x__kws__power__trace2-energy.bin", trace);
        folder.Write("logs/x__kws__power__log.txt", "");
        folder.Write("logs/y__ic__energy__results.txt", "");

        Assert.Equal(
            """
            logs/x__kws__power__trace2-energy.bin | - | logs/x__kws__power__log.txt
            - | - | logs/y__ic__energy__results.txt
            v1/closed/a/results/deep/board/ic/enegy/trace1-energy.bin | v1/closed/a/results/deep/board/ic/enegy/trace1-timestamps.json | v1/closed/a/results/deep/board/ic/enegy/results.txt
            """,
            string.Join('\n', EnergyRunFinder.Find(folder.Path).Select(run => Text(folder, run))));
    }

    [Fact]
    public void A_file_stands_for_its_run()
    {
        using var folder = new TemporaryFolder();
        string json = folder.Write("energy/results.json", "[]");
        folder.Write("energy/results.txt", "");
        folder.Write("energy/trace1-energy.bin", EembcFile.Of(1000, 1));
        Assert.Equal("energy/results.json | - | energy/results.txt", Text(folder, Assert.Single(EnergyRunFinder.Find(json))));
    }

    [Fact]
    public void Says_that_there_is_no_such_folder() =>
        Assert.Throws<MissingFileException>(() => EnergyRunFinder.Find("no such folder"));

    private static string Text(TemporaryFolder folder, EnergyRun run) =>
        string.Join(" | ", Short(folder, run.TraceFile), Short(folder, run.TimestampsFile), string.Join(", ", run.Reports.Select(report => Short(folder, report))));

    private static string Short(TemporaryFolder folder, string? path) => path is null ? "-" : Path.GetRelativePath(folder.Path, path);
}
