using Tiny.Bench.Core.Systems;
using Tiny.Bench.Results.Records;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Results.Rules;

/// <summary>One fault in a record at a time: the check names its rule, its field, and nothing else.</summary>
public sealed class BadRecordTests : IDisposable
{
    private static readonly Dictionary<string, (string Id, string Where, RunRecord Accuracy, RunRecord Performance)> Faults = new(StringComparer.Ordinal)
    {
        ["quick"] = ("TB0160", "p.json, $.performance.quick", GoodRecords.Accuracy, GoodRecords.Performance with { Performance = GoodRecords.Performance.Performance! with { Quick = true } }),
        ["7.35 s"] = ("TB0161", "p.json, window 2, $.performance.windows[1].seconds", GoodRecords.Accuracy, GoodRecords.WithWindow(1, window => window with { Seconds = 7.35, LatencyMicroseconds = 7.35 * 4000 })),
        ["same input"] = ("TB0162", "p.json, $.performance.windows", GoodRecords.Accuracy, GoodRecords.WithWindow(1, window => window with { Input = "sample_0.bin" })),
        ["own list"] = ("TB0163", "a.json, $.data.official", GoodRecords.Accuracy with { Data = GoodRecords.Accuracy.Data! with { Official = false } }, GoodRecords.Performance),
        ["first samples"] = ("TB0164", "a.json, $.quality.samples", GoodRecords.Accuracy with { Quality = new QualityRecord { Samples = 10, Correct = 10, Accuracy = 1 } }, GoodRecords.Performance),
        ["target"] = ("TB0165", "a.json, $.quality.accuracy", GoodRecords.Accuracy with { Quality = new QualityRecord { Samples = 1000, Correct = 899, Accuracy = 0.899 } }, GoodRecords.Performance),
        ["other model"] = ("TB0166", "p.json, $.model.sha256", GoodRecords.Accuracy, GoodRecords.Performance with { Model = new ModelRecord { File = "other.tflite", Sha256 = new string('0', 64) } }),
        ["other dialect"] = ("TB0166", "p.json, $.dialect", GoodRecords.Accuracy, GoodRecords.Performance with { Dialect = "single-rounding" }),
        ["latency"] = ("TB0167", "p.json, window 1, $.performance.windows[0].latencyMicroseconds", GoodRecords.Accuracy, GoodRecords.WithWindow(0, window => window with { LatencyMicroseconds = 43000 })),
        ["median"] = ("TB0167", "p.json, $.performance.medianLatencyMicroseconds", GoodRecords.Accuracy, GoodRecords.Performance with { Performance = GoodRecords.Performance.Performance! with { MedianLatencyMicroseconds = 4000 } }),
        ["accuracy"] = ("TB0167", "a.json, $.quality.accuracy", GoodRecords.Accuracy with { Quality = GoodRecords.Accuracy.Quality! with { Accuracy = 0.952 } }, GoodRecords.Performance),
        ["simulated"] = ("TB0168", "a.json, $.kind", GoodRecords.Accuracy with { Kind = RunKind.Simulated }, GoodRecords.Performance),
        ["energy"] = ("TB0169", "p.json, $.energy.inferencesPerSecond", GoodRecords.Accuracy, GoodRecords.Performance with { Energy = GoodRecords.Energy.Energy! with { InferencesPerSecond = 21 } }),
    };

    private readonly TemporaryFolder _store = new();

    public static TheoryData<string> Names => [.. Faults.Keys];

    public void Dispose() => _store.Dispose();

    [Fact]
    public void Good_records_are_clean() => Assert.Empty(RuleCheck.Of(GoodRecords.Stored(GoodRecords.Accuracy, GoodRecords.Performance)).Violations);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_bad_record_is_told_by_the_rule_that_it_breaks_and_no_other(string fault)
    {
        (string id, string where, RunRecord accuracy, RunRecord performance) = Faults[fault];
        RuleViolation violation = Assert.Single(RuleCheck.Of(GoodRecords.Stored(accuracy, performance)).Violations);
        Assert.Equal((id, where), (violation.Id, violation.Where.ToString()));
    }

    [Fact]
    public void Every_rule_over_records_has_a_bad_record() =>
        Assert.Empty(RuleBook.OfRecords.Select(rule => rule.Id).Except(Faults.Values.Select(fault => fault.Id), StringComparer.Ordinal));

    [Fact]
    public void A_folder_of_records_is_a_store_and_a_torn_record_is_named()
    {
        string path = RunRecordStore.Write(_store.Path, GoodRecords.Accuracy);
        RunRecordStore.Write(_store.Path, GoodRecords.Performance);
        Assert.Equal((2, 0), (RuleCheck.Folder(_store.Path)!.Records, RuleCheck.Folder(_store.Path)!.Violations.Count));

        byte[] bytes = File.ReadAllBytes(path);
        _store.Write("torn.json", bytes[..(bytes.Length / 2)]);
        RuleViolation violation = Assert.Single(RuleCheck.Folder(_store.Path)!.Violations);
        Assert.Equal(("TB0170", "torn.json"), (violation.Id, violation.Where.File));
    }

    [Fact]
    public void A_tampered_record_is_told_with_the_field_that_its_seal_names()
    {
        string path = RunRecordStore.Write(_store.Path, GoodRecords.Accuracy);
        _store.Write(Path.GetFileNameWithoutExtension(path) + ".seal.json", "{}");

        RuleViolation violation = Assert.Single(RuleCheck.Folder(_store.Path, new FakeSeals(path, "$.quality.correct"))!.Violations);

        Assert.Equal("TB0171", violation.Id);
        Assert.Equal($"{Path.GetFileName(path)}, $.quality.correct", violation.Where.ToString());
    }

    [Fact]
    public void Seals_that_nobody_can_read_are_told_as_unchecked()
    {
        string path = RunRecordStore.Write(_store.Path, GoodRecords.Accuracy);
        _store.Write(Path.GetFileNameWithoutExtension(path) + ".seal.json", "{}");
        Assert.Equal("1 seals were not checked", Assert.Single(RuleCheck.Folder(_store.Path)!.Notes));
    }

    [Fact]
    public void A_folder_with_neither_submission_nor_record_has_no_verdict()
    {
        _store.Write("index.json", "{}");
        Assert.Null(RuleCheck.Folder(_store.Path));
    }

    private sealed class FakeSeals(string expected, string field) : ISealCheck
    {
        public IReadOnlyList<SealFinding> Check(string recordFile) =>
            Path.GetFullPath(recordFile) == expected ? [new SealFinding(field, "was altered")] : throw new InvalidOperationException(recordFile);
    }
}
