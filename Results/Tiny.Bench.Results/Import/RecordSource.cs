using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Import;

/// <summary>Reads records from wherever a user points: a record, a folder of records, or published files.</summary>
public static class RecordSource
{
    /// <summary>Reads one path.</summary>
    /// <param name="path">A record's file, a folder of records, or what <see cref="SubmissionImporter.Import"/> takes.</param>
    /// <param name="round">The round for published files whose path names none.</param>
    /// <returns>Records in ordinal order of their paths, or of their submissions; files that are no records are problems.</returns>
    public static ImportResult Read(string path, string? round)
    {
        var problems = new List<ImportProblem>();
        IReadOnlyList<SourceFile> files = SourceTree.Files(path, problems);
        if (files.Any(file => SubmissionPath.LiesInDivision(file.SlashPath) || SubmissionPath.TryParse(file.SlashPath, round, out _)))
            return SubmissionImporter.Import(path, round);

        if (!Path.Exists(path))
            return new ImportResult { Records = [], Problems = problems };

        StoreContents contents = RecordPaths.Read([path]);
        return new ImportResult
        {
            Records = [.. contents.Records.Select(stored => stored.Record)],
            Problems = contents is { Records.Count: 0, Problems.Count: 0 }
                ? [new ImportProblem(path, 0, "holds neither a record (.json) nor a file of a submission")]
                : [.. contents.Problems.Select(problem => new ImportProblem(problem.Name, 0, problem.Problem))],
        };
    }
}
