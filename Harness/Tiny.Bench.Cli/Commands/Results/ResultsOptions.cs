using System.CommandLine;
using Tiny.Bench.Results.Import;

namespace Tiny.Bench.Cli.Commands.Results;

/// <summary>What the commands that read published files share.</summary>
internal static class ResultsOptions
{
    public static Option<string?> Round() => new("--round")
    {
        Description = "The round of files whose path names none.",
        HelpName = "vX.Y",
    };

    /// <summary>Reads several paths; records and problems in the order of the paths.</summary>
    public static ImportResult Read(IEnumerable<string> paths, Func<string, ImportResult> read)
    {
        ImportResult[] parts = [.. paths.Select(read)];
        return new ImportResult
        {
            Records = [.. parts.SelectMany(part => part.Records)],
            Problems = [.. parts.SelectMany(part => part.Problems)],
        };
    }

    /// <summary>One line per problem.</summary>
    public static void PrintProblems(TextWriter error, IEnumerable<ImportProblem> problems)
    {
        foreach (ImportProblem problem in problems)
            error.WriteLine($"not read: {problem}");
    }
}
