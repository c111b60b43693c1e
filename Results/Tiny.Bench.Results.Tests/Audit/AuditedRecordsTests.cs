using Tiny.Bench.Results.Import;
using Tiny.Bench.Results.Records;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Results.Audit;

public sealed class AuditedRecordsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public AuditedRecordsTests()
    {
        foreach (string task in new[] { "kws", "vww" })
        {
            _folder.Write($"v1.1/closed/Acme/results/B/{task}/accuracy/results.txt", "Top 1% = 90.2\n");
            _folder.Write($"v1.1/closed/Acme/results/B/{task}/accuracy/log.txt", "m-model-[kws01]\n");
        }
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_verdict_of_a_log_goes_to_the_record_of_its_run_and_to_no_other()
    {
        IReadOnlyList<RunRecord> records = Import(dialect: "float32").Records;
        Assert.Equal("answers of float32", records.Single(record => record.Task == "kws01").Audit!.Describe());
        Assert.Null(records.Single(record => record.Task == "vww01").Audit);
    }

    [Fact]
    public void A_table_of_audited_records_has_one_column_more_at_its_end()
    {
        var plain = new StringWriter();
        var audited = new StringWriter();
        PublishedTable.Write(plain, SubmissionImporter.Import(_folder.Path, null).Records);
        PublishedTable.Write(audited, Import(dialect: null).Records);
        string[] before = plain.ToString().Split('\n'), after = audited.ToString().Split('\n');
        Assert.Equal(before[0] + ",audit", after[0]);
        Assert.Equal(before[1] + ",\"no dialect, nearest float32 in 999 of 1000\"", after[1]);
        Assert.Equal(before[2] + ",", after[2]);
    }

    private ImportResult Import(string? dialect)
    {
        AuditRun run = AuditReader.Read([_folder.Path], null, CancellationToken.None).Runs.Single(found => found is { Task: "kws01", Mode: "accuracy" });
        AuditedLog log = AuditedLog.Of(run) with
        {
            Dialect = dialect, Exact = dialect is not null, Nearest = "float32", Softmax = "fixed-point", Samples = 1000, Matching = 999, LargestDifference = 1, Top1Changes = 0, Printing = "cut",
        };
        return AuditedRecords.Import([_folder.Path], new AuditReport([log], [], []));
    }
}
