using System.CommandLine;

namespace Tiny.Bench.Cli.Commands.Results;

/// <summary><c>tinybench results</c>: what was measured and published, side by side where it may be.</summary>
internal static class ResultsCommand
{
    public static Command Create() => new("results", "Import, list, rank, compare, check, seal and publish results.")
    {
        ResultsImportCommand.Create(),
        ResultsListCommand.Create(),
        ResultsShowCommand.Create(),
        ResultsRankCommand.Create(),
        ResultsCompareCommand.Create(),
        ResultsCheckCommand.Create(),
        ResultsSealCommand.Create(),
        ResultsPackageCommand.Create(),
        ResultsPublishCommand.Create(),
    };
}
