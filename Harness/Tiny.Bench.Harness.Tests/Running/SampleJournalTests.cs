using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Datasets.Lists;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Harness.Running;

public sealed class SampleJournalTests : IDisposable
{
    private static readonly JournalHeader Header = new("fake", "serial:/dev/ttyACM0@115200", new string('1', 64), new string('2', 64));
    private static readonly BenchmarkTask Int8 = FakeTask.Of(InputKind.Int8, QualityMetric.TopOne);

    private readonly TemporaryFolder _folder = new();
    private readonly BenchmarkRunner _runner = new(new ManualTime());

    private string JournalPath => _folder["run.journal"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_broken_run_goes_on_with_the_sample_that_failed()
    {
        SampleList list = FakeTask.Write(_folder, "", ([1], 1), ([0], 1), ([1], 1), ([0], 0));
        int calls = 0;
        var breaks = FakeSystem.Classifier(1, input => ++calls == 3 ? throw new InvalidOperationException("unplugged") : Scores(input));
        using (var journal = SampleJournal.Open(JournalPath, Header, resume: false))
            await Assert.ThrowsAsync<InvalidOperationException>(async () => await _runner.RunAccuracyAsync(Int8, list, breaks, journal: journal));

        var works = FakeSystem.Classifier(1, Scores);
        var progress = new List<int>();
        using (var journal = SampleJournal.Open(JournalPath, Header, resume: true))
        {
            AccuracyResult result = await _runner.RunAccuracyAsync(Int8, list, works, null, step => progress.Add(step.Done), journal);
            Assert.Equal(3, result.Correct);
            journal.Complete();
        }

        Assert.Equal([[1], [0]], works.Inferred);
        Assert.Equal([3, 4], progress);
        Assert.False(File.Exists(JournalPath));
    }

    [Fact]
    public void A_torn_last_line_does_not_count()
    {
        using (var journal = SampleJournal.Open(JournalPath, Header, resume: false))
        {
            journal.Append(Sample("0.bin"));
            journal.Append(Sample("1.bin"));
        }

        byte[] whole = File.ReadAllBytes(JournalPath);
        for (int cut = 1; cut < 30; cut++)
        {
            File.WriteAllBytes(JournalPath, whole[..^cut]);
            using (var journal = SampleJournal.Open(JournalPath, Header, resume: true))
            {
                Assert.Equal([Sample("0.bin")], journal.Done);
                journal.Append(Sample("1.bin"));
            }

            Assert.Equal(whole, File.ReadAllBytes(JournalPath));
        }
    }

    [Fact]
    public void The_journal_of_another_run_is_refused_and_left_alone()
    {
        SampleJournal.Open(JournalPath, Header, resume: false).Dispose();
        byte[] before = File.ReadAllBytes(JournalPath);
        var error = Assert.Throws<JournalException>(() => SampleJournal.Open(JournalPath, Header with { Task = "other" }, resume: true));
        Assert.Contains("belongs to", error.Problem, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(JournalPath));
    }

    [Fact]
    public void A_damaged_line_is_named()
    {
        using (var journal = SampleJournal.Open(JournalPath, Header, resume: false))
            journal.Append(Sample("0.bin"));
        File.AppendAllText(JournalPath, "{\"file\":7}\n");
        var error = Assert.Throws<JournalException>(() => SampleJournal.Open(JournalPath, Header, resume: true));
        Assert.EndsWith("line 3", error.Where, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_journal_in_another_order_is_refused()
    {
        SampleList list = FakeTask.Write(_folder, "", ([1], 1), ([0], 1));
        using var journal = SampleJournal.Open(JournalPath, Header, resume: false);
        journal.Append(Sample("1.bin"));
        var error = await Assert.ThrowsAsync<JournalException>(async () => await _runner.RunAccuracyAsync(Int8, list, FakeSystem.Classifier(1, Scores), journal: journal));
        Assert.Contains("expected 0.bin", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_runs_do_not_write_one_journal()
    {
        using var first = SampleJournal.Open(JournalPath, Header, resume: false);
        Assert.Throws<JournalException>(() => SampleJournal.Open(JournalPath, Header, resume: true));
    }

    private static float[] Scores(byte[] input) => input[0] == 1 ? [0, 1] : [1, 0];

    private static SampleResult Sample(string file) => new() { File = file, ClassIndex = 1, TopOne = 1, OutputSha256 = new string('a', 64) };
}
