using System.Text;
using Tiny.Bench.Core;
using Tiny.Bench.Core.Systems;
using Tiny.Bench.Results.Charts;
using Tiny.Bench.Results.Records;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Results.Markdown;

public sealed class MarkdownPublicationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public void The_leaderboard_and_the_front_page_show_what_the_records_say()
    {
        string folder = Path.Combine(Repository.Root, "Results", "Leaderboard");
        IReadOnlyList<PublishedFile> files = MarkdownPublication.Draw(
            [Path.Combine(folder, "records")], Path.Combine(folder, "README.md"), Path.Combine(Repository.Root, "README.md"));
        Assert.Equal(3, files.Count);
        Assert.All(files, file => Assert.True(file.IsCurrent(), $"{file.Path} is not what the records say; Results/README.md tells the command that draws it anew."));
    }

    [Fact]
    public void Draws_what_a_person_looked_at_in_every_culture()
    {
        WriteStore();
        string page = Page();
        ApprovedFile.Matches("Markdown/Leaderboard.approved.md", page);
        foreach (var culture in OtherCultures.All)
            Assert.Equal(page, OtherCultures.Run(culture, Page));
    }

    [Fact]
    public void Another_record_makes_another_page_and_another_block()
    {
        WriteStore();
        string readme = _folder.Write("README.md", $"# Mine\n{MarkedBlock.Begin}\n{MarkedBlock.End}\n");
        foreach (PublishedFile file in Draw(readme))
            file.Write();
        Assert.All(Draw(readme), file => Assert.True(file.IsCurrent()));
        RunRecordStore.Write(_folder["store"], SampleRecords.Full with { Dialect = "half-up" });
        Assert.All(Draw(readme), file => Assert.False(file.IsCurrent()));
        Assert.StartsWith("# Mine\n", File.ReadAllText(readme), StringComparison.Ordinal);
    }

    [Fact]
    public void The_newest_record_of_a_system_and_list_counts_and_lists_are_not_mixed()
    {
        RunRecord old = SampleRecords.Full, other = old with { Data = old.Data! with { Name = "jpeg-200", Sha256 = new string('a', 64), Official = false } };
        RunRecordStore.Write(_folder["store"], old);
        RunRecordStore.Write(_folder["store"], old with { Started = old.Started!.Value.AddDays(1), Quality = old.Quality! with { Correct = 910, Accuracy = 0.91 } });
        RunRecordStore.Write(_folder["store"], other with { Quality = old.Quality! with { Accuracy = 0.80, Correct = 800 } });
        string[] lines = Page().Split('\n');
        string row = Assert.Single(lines, line => line.StartsWith("| host,", StringComparison.Ordinal) && line.Contains("[80.0 %]", StringComparison.Ordinal));
        Assert.Contains("[91.0 %]", row, StringComparison.Ordinal);
        Assert.DoesNotContain("[90.2 %]", row, StringComparison.Ordinal);
        Assert.Single(lines, line => line == "| system | kws01 | kws01 |");
    }

    [Fact]
    public void Names_a_store_that_is_not_there()
    {
        var error = Assert.Throws<MissingFileException>(() => MarkdownPublication.Draw([_folder["none"]], _folder["page.md"], null));
        Assert.Contains("none", error.Message, StringComparison.Ordinal);
    }

    private IReadOnlyList<PublishedFile> Draw(string? readme = null) => MarkdownPublication.Draw([_folder["store"]], _folder["docs/README.md"], readme);

    private string Page() => Encoding.UTF8.GetString(Draw()[0].Content);

    // Two kinds, two dialects, two lists, a record of a part, one that says nothing about quality, and a file that is no record.
    private void WriteStore()
    {
        RunRecord full = SampleRecords.Full;
        RunRecordStore.Write(_folder["store"], full);
        RunRecordStore.Write(_folder["store"], full with { Dialect = "double-rounding", Comparison = null, Performance = null });
        RunRecordStore.Write(_folder["store"], full with
        {
            Kind = RunKind.Simulated, Target = "qemu:<board|1>", Performance = null,
            Quality = full.Quality! with { Samples = 10, Correct = 9, Accuracy = 0.9 }, Comparison = full.Comparison! with { DifferingInputs = 4, TopOneChanges = 0 },
        });
        RunRecordStore.Write(_folder["store"], SampleRecords.Least);
        RunRecordStore.Write(_folder["store"], full with { Task = "ic01", Quality = null, Comparison = null });
        _folder.Write("store/torn.json", "{");
    }
}
