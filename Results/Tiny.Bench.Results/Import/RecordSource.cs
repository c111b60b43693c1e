using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Import;

/// <summary>Reads records from wherever a user points: a record, a folder of records, or published files.</summary>
public static class RecordSource
{
    private const string Extension = ".json";

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

        var records = new List<RunRecord>();
        SourceFile[] candidates = [.. files.Where(file => file.FullName.EndsWith(Extension, StringComparison.OrdinalIgnoreCase))];
        foreach (SourceFile file in candidates)
        {
            try
            {
                records.Add(RunRecordStore.Read(file.FullName));
            }
            catch (RecordException problem)
            {
                problems.Add(new ImportProblem(file.FullName, 0, problem.Problem));
            }
        }

        if (candidates.Length == 0 && problems.Count == 0)
            problems.Add(new ImportProblem(path, 0, "holds neither a record (.json) nor a file of a submission"));
        return new ImportResult { Records = records, Problems = problems };
    }
}
