using Tiny.Bench.Core.Systems;
using Tiny.Bench.Results.Records;
using Tiny.Bench.Results.Rules;
using Tiny.Bench.Results.Rules.Trees;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Results.Packaging;

public sealed class SubmissionPackageTests : IDisposable
{
    private readonly TemporaryFolder _out = new();

    public void Dispose() => _out.Dispose();

    [Fact]
    public void A_package_breaks_no_rule()
    {
        PackageResult result = Write([.. Good, new("e.json", GoodRecords.Energy)]);

        Assert.Empty(result.Refusals);
        Assert.Equal(10, result.Files.Count);
        CheckReport report = RuleCheck.Folder(_out.Path)!;
        Assert.Equal(1, report.Submissions);
        Assert.Empty(report.Violations);
    }

    [Fact]
    public void A_package_says_what_its_records_say()
    {
        Write([.. Good, new("e.json", GoodRecords.Energy)]);

        TaskResults task = Assert.Single(SubmissionTree.Read(_out.Path).Tasks);
        Assert.Equal(("Board-1", "kws"), (task.System, task.Name));
        Assert.Equal(90.2, task.Accuracy!.Results!.TopOnePercent);
        Assert.Equal(23.014, task.Performance!.Results!.MedianThroughput);
        Assert.Equal(1392, task.Energy!.Results!.MedianEnergy);
        Assert.Equal(GoodRecords.Performance.Performance!.Windows.Select(window => window.Seconds), task.Performance.Results.Windows.Select(window => window.Seconds!.Value));
        Assert.Equal(5, task.Performance.Log!.Inputs.Count);
    }

    [Fact]
    public void Same_records_give_the_same_bytes()
    {
        IReadOnlyList<string> first = Write(Good).Files;
        var again = new PackageRequest(_out["again"], "closed", "Acme", "Board-1");
        IReadOnlyList<string> second = SubmissionPackage.Write(again, Good).Files;
        Assert.Equal(first.Select(File.ReadAllBytes), second.Select(File.ReadAllBytes));
    }

    [Fact]
    public void A_package_overwrites_nothing()
    {
        IReadOnlyList<string> files = Write(Good).Files;
        File.WriteAllText(files[0], "mine");

        Assert.Throws<PackageException>(() => Write(Good));

        Assert.Equal("mine", File.ReadAllText(files[0]));
    }

    [Fact]
    public void A_file_in_the_way_stays_and_nothing_else_is_left()
    {
        _out.Write("closed/Acme/results", "a file where a folder should be");
        Assert.Throws<PackageException>(() => Write(Good));
        Assert.Equal(_out["closed/Acme/results"], Assert.Single(Directory.GetFiles(_out.Path, "*", SearchOption.AllDirectories)));
    }

    [Fact]
    public void Records_that_cannot_be_handed_in_are_refused_with_the_rule_and_nothing_is_written()
    {
        RunRecord quick = GoodRecords.Performance with { Performance = GoodRecords.Performance.Performance! with { Quick = true } };
        RunRecord list = GoodRecords.Accuracy with { Data = GoodRecords.Accuracy.Data! with { Official = false } };
        RunRecord build = GoodRecords.Performance with { Model = new ModelRecord { File = "other.tflite", Sha256 = new string('0', 64) } };
        RunRecord simulated = GoodRecords.Performance with { Kind = RunKind.Simulated };
        Assert.Equal("TB0160", RefusalOf(GoodRecords.Stored(GoodRecords.Accuracy, quick)));
        Assert.Equal("TB0163", RefusalOf(GoodRecords.Stored(list, GoodRecords.Performance)));
        Assert.Equal("TB0166", RefusalOf(GoodRecords.Stored(GoodRecords.Accuracy, build)));
        Assert.Equal("TB0168", RefusalOf(GoodRecords.Stored(GoodRecords.Accuracy, simulated)));
        Assert.Equal("TB0116", RefusalOf([new("a.json", GoodRecords.Accuracy)]));
        Assert.Empty(Directory.GetFileSystemEntries(_out.Path));
    }

    [Theory]
    [InlineData("../up", "Board-1", "closed")]
    [InlineData("Acme", "Board 1", "closed")]
    [InlineData("Acme", ".hidden", "closed")]
    [InlineData("Acme", "", "closed")]
    [InlineData("Acme", "Board-1", "network")]
    public void A_name_that_makes_no_folder_is_a_fault_of_the_request(string submitter, string system, string division)
    {
        var request = new PackageRequest(_out.Path, division, submitter, system);
        Assert.Single(request.Faults());
        Assert.Throws<ArgumentException>(() => SubmissionPackage.Write(request, Good));
    }

    private static IReadOnlyList<StoredRecord> Good => GoodRecords.Stored(GoodRecords.Accuracy, GoodRecords.Performance);

    private PackageResult Write(IReadOnlyList<StoredRecord> records) => SubmissionPackage.Write(new PackageRequest(_out.Path, "closed", "Acme", "Board-1"), records);

    private string RefusalOf(IReadOnlyList<StoredRecord> records)
    {
        PackageResult result = Write(records);
        Assert.Empty(result.Files);
        return Assert.Single(result.Refusals).Id;
    }
}
