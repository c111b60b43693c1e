using Tiny.Bench.Core.Systems;
using Tiny.Bench.Harness.Systems;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Harness.Conformance.Dialects;

public sealed class ReferenceAnswerCacheTests : IDisposable
{
    private const int Samples = 5;
    private static readonly ArithmeticRule HalfUp = new(Dialect.HalfUp, SoftmaxRule.FixedPoint);

    private readonly TemporaryFolder _folder = new();

    [SkippableFact]
    public async Task Answers_are_what_a_host_system_gives()
    {
        HostTask task = OfficialTask.Open(_folder, Samples);
        HostSystem host = task.CreateSystem(Dialect.HalfUp, TimeProvider.System);

        ReferenceAnswers answers = await GetAsync(task, HalfUp);

        Assert.Equal((HalfUp, 12, Samples), (answers.Rule, answers.OutputBytes, answers.InputTotal));
        for (int index = 0; index < Samples; index++)
        {
            InferenceResult expected = await host.InferAsync(File.ReadAllBytes(task.List.Samples[index].Path), CancellationToken.None);
            Assert.Equal(expected.Output.Span, answers.Output(index));
            Assert.Equal(task.List.Samples[index].File, answers.Files[index]);
        }
    }

    [SkippableTheory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(9)]
    public async Task Answers_do_not_depend_on_the_threads(int threads)
    {
        HostTask task = OfficialTask.Open(_folder, Samples);
        using var one = new ReferenceAnswerCache(_folder["one"], threads: 1);
        using var many = new ReferenceAnswerCache(_folder["many"], threads);
        ReferenceAnswers expected = await one.GetAsync(task, default, progress: null, CancellationToken.None);
        ReferenceAnswers answers = await many.GetAsync(task, default, progress: null, CancellationToken.None);
        Assert.Equal(expected.Content, answers.Content);
    }

    [SkippableFact]
    public async Task One_pass_serves_both_softmax_rules_and_later_processes()
    {
        HostTask task = OfficialTask.Open(_folder, Samples);
        using var first = new ReferenceAnswerCache(_folder["answers"]);
        ReferenceAnswers computed = await first.GetAsync(task, HalfUp, progress: null, CancellationToken.None);
        ReferenceAnswers cut = await first.GetAsync(task, HalfUp with { Softmax = SoftmaxRule.TruncatingFloat }, progress: null, CancellationToken.None);
        Assert.Equal(1, first.Passes);
        Assert.False(computed.Content.SequenceEqual(cut.Content));

        using var second = new ReferenceAnswerCache(_folder["answers"]);
        ReferenceAnswers kept = await second.GetAsync(task, HalfUp, progress: null, CancellationToken.None);
        Assert.Equal(0, second.Passes);
        Assert.Equal(computed.Content, kept.Content);
        Assert.All(Directory.EnumerateFiles(_folder["answers"]), file => Assert.EndsWith(".bin", file, StringComparison.Ordinal));
    }

    // Every byte of the file matters: key, sizes, content, checksum.
    [SkippableFact]
    public async Task A_spoilt_file_is_never_believed()
    {
        HostTask task = OfficialTask.Open(_folder, Samples);
        ReferenceAnswers right = await GetAsync(task, default);
        string[] files = Directory.GetFiles(_folder["answers"]);
        Assert.Equal(2, files.Length);
        foreach (int at in new[] { 0, 31, 32, 36, 40, 61, 80, 119, 123 })
        {
            foreach (string file in files)
            {
                byte[] spoilt = File.ReadAllBytes(file);
                spoilt[at] ^= 0x10;
                File.WriteAllBytes(file, spoilt);
            }

            Assert.Equal(1, await PassesAsync(task, right));
        }
    }

    [SkippableTheory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(60)]
    [InlineData(123)]
    public async Task A_cut_file_is_never_believed(int length)
    {
        HostTask task = OfficialTask.Open(_folder, Samples);
        ReferenceAnswers right = await GetAsync(task, default);
        foreach (string file in Directory.GetFiles(_folder["answers"]))
            File.WriteAllBytes(file, File.ReadAllBytes(file)[..length]);
        Assert.Equal(1, await PassesAsync(task, right));
    }

    [SkippableFact]
    public async Task A_sample_with_other_content_has_other_answers()
    {
        HostTask task = OfficialTask.Open(_folder, Samples);
        ReferenceAnswers before = await GetAsync(task, default);
        File.WriteAllBytes(task.List.Samples[0].Path, new byte[490]);

        ReferenceAnswers after = await GetAsync(task, default);

        Assert.False(before.Output(0).SequenceEqual(after.Output(0)));
        Assert.Equal(before.Output(1), after.Output(1));
    }

    [SkippableFact]
    public async Task A_folder_that_cannot_be_written_costs_only_time()
    {
        HostTask task = OfficialTask.Open(_folder, Samples);
        using var cache = new ReferenceAnswerCache(_folder.Write("file", "no folder"));
        Assert.Equal(Samples, (await cache.GetAsync(task, default, progress: null, CancellationToken.None)).InputTotal);
    }

    [SkippableFact]
    public async Task A_missing_sample_ends_the_pass_with_its_name()
    {
        HostTask task = OfficialTask.Open(_folder, Samples);
        File.Delete(task.List.Samples[3].Path);
        var error = await Assert.ThrowsAsync<Core.MissingFileException>(async () => await GetAsync(task, default));
        Assert.Contains(task.List.Samples[3].File, error.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Cancellation_ends_a_pass_and_keeps_nothing()
    {
        HostTask task = OfficialTask.Open(_folder, Samples);
        using var stop = new CancellationTokenSource();
        using var cache = new ReferenceAnswerCache(_folder["answers"], threads: 1);
        var progress = new CancellingProgress(stop);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await cache.GetAsync(task, default, progress, stop.Token));
        Assert.False(Directory.Exists(_folder["answers"]));
    }

    public void Dispose() => _folder.Dispose();

    private async Task<ReferenceAnswers> GetAsync(HostTask task, ArithmeticRule rule)
    {
        using var cache = new ReferenceAnswerCache(_folder["answers"]);
        return await cache.GetAsync(task, rule, progress: null, CancellationToken.None);
    }

    private async Task<int> PassesAsync(HostTask task, ReferenceAnswers expected)
    {
        using var cache = new ReferenceAnswerCache(_folder["answers"]);
        ReferenceAnswers answers = await cache.GetAsync(task, expected.Rule, progress: null, CancellationToken.None);
        Assert.Equal(expected.Content, answers.Content);
        return cache.Passes;
    }

    private sealed class CancellingProgress(CancellationTokenSource stop) : IProgress<(int Done, int Total)>
    {
        public void Report((int Done, int Total) value) => stop.Cancel();
    }
}
