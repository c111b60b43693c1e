using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Import;

/// <summary>Imported records as files, in folders named for round, division, submitter, system and variant.</summary>
public static class ImportedRecords
{
    /// <summary>Writes a record through <see cref="RunRecordStore"/>, unless the same import is there already.</summary>
    /// <param name="directory">Root of the records.</param>
    /// <param name="record">A record of kind published.</param>
    /// <returns>The file, and whether it was written now.</returns>
    /// <exception cref="RecordException">The folder cannot be written.</exception>
    /// <exception cref="ArgumentException">The record has no submission.</exception>
    public static (string Path, bool Written) Write(string directory, RunRecord record)
    {
        SubmissionRecord submission = record.Submission ?? throw new ArgumentException("The record is no submission.", nameof(record));
        string[] folders =
        [
            submission.Round, record.Division ?? "division-unknown", submission.Submitter,
            .. submission.System.Split('/'), .. submission.Variant?.Split('/') ?? [],
        ];
        string folder = Path.Combine(directory, Path.Combine([.. folders.Select(SafeName)]));
        return Earlier(folder, record) is { } earlier ? (earlier, false) : (RunRecordStore.Write(folder, record), true);
    }

    // A later version of the tool that reads the same makes no second record.
    private static string? Earlier(string folder, RunRecord record)
    {
        if (!Directory.Exists(folder))
            return null;
        byte[] content = RunRecordJson.Write(record);
        foreach (string path in Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            RunRecord there = RunRecordStore.Read(path);
            if (RunRecordJson.Write(there with { ToolVersion = record.ToolVersion, Git = record.Git }).AsSpan().SequenceEqual(content))
                return path;
        }

        return null;
    }

    // A flattened name may hold anything, "..", too.
    private static string SafeName(string name)
    {
        string safe = string.Concat(name.Select(letter => char.IsControl(letter) || letter is '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' ? '_' : letter)).Trim();
        return safe.Length == 0 || safe[0] == '.' ? $"_{safe}" : safe;
    }
}
