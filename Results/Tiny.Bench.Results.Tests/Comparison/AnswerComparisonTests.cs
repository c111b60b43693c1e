using Tiny.Bench.Results.Records;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Results.Comparison;

public sealed class AnswerComparisonTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // Both right, only the first, only the second twice, both wrong; with 1 and 2 of 3 the exact two-sided p is 1.
    [Fact]
    public void Counts_what_only_one_has_right()
    {
        AnswerComparison comparison = AnswerComparison.Of(Answers(0, 0, 1, 1, 1), Answers(0, 1, 0, 0, 2));
        Assert.Equal((5, 4, null), (comparison.Samples, comparison.DifferingOutputs, comparison.Reason));
        Assert.Equal((1, 2), (comparison.McNemar!.Value.OnlyFirst, comparison.McNemar.Value.OnlySecond));
        Assert.Equal(1, comparison.McNemar.Value.PValue, 12);
    }

    // 2 * (1/2)^10, by hand.
    [Fact]
    public void Ten_of_ten_are_no_chance() =>
        Assert.Equal(2.0 / 1024, AnswerComparison.Of(Answers([.. Enumerable.Repeat(1, 10)]), Answers(new int[10])).McNemar!.Value.PValue, 12);

    [Fact]
    public void Other_samples_are_not_compared()
    {
        Assert.Equal("The first answered 2 samples, the second 1.", AnswerComparison.Of(Answers(0, 0), Answers(0)).Reason);
        SampleAnswer[] other = [.. Answers(0, 0)];
        other[1] = other[1] with { File = "x.bin" };
        Assert.Contains("Sample 2 is 1.bin of class 0 in the first, x.bin", AnswerComparison.Of(Answers(0, 0), other).Reason, StringComparison.Ordinal);
        other[1] = Answers(0, 0)[1] with { ClassIndex = 5 };
        Assert.Contains("of class 5 in the second", AnswerComparison.Of(Answers(0, 0), other).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Scores_are_not_right_or_wrong()
    {
        SampleAnswer[] scores = [new() { File = "a", ClassIndex = 1, Score = 2.5, Output = "1" }];
        AnswerComparison comparison = AnswerComparison.Of(scores, [scores[0] with { Output = "2" }]);
        Assert.Equal((1, 1, null), (comparison.Samples, comparison.DifferingOutputs, comparison.McNemar));
    }

    [Fact]
    public void Records_that_kept_no_answers_are_compared_without()
    {
        var stored = new StoredRecord("a.json", SampleRecords.Least) { Folder = _folder.Path };
        Assert.Null(AnswerComparison.Of(stored, stored));
    }

    [Fact]
    public void Answers_that_are_gone_are_a_reason_and_no_crash()
    {
        StoredRecord stored = Stored(Answers(0, 1));
        Assert.Equal(2, RecordComparer.Compare(stored, stored).Answers!.Samples);
        File.Delete(AnswerFile.PathOf(_folder.Path, stored.Record.Quality!.AnswersSha256!));
        Assert.StartsWith("The answers cannot be read: ", RecordComparer.Compare(stored, stored).Answers!.Reason, StringComparison.Ordinal);
    }

    private StoredRecord Stored(IReadOnlyList<SampleAnswer> answers) =>
        new("a.json", SampleRecords.Full with { Quality = SampleRecords.Full.Quality! with { AnswersSha256 = AnswerFile.Write(_folder.Path, answers) } }) { Folder = _folder.Path };

    // Class 0 is right everywhere; the output is the answer.
    private static SampleAnswer[] Answers(params int[] topOnes) =>
        [.. topOnes.Select((topOne, index) => new SampleAnswer { File = $"{index}.bin", ClassIndex = 0, TopOne = topOne, Output = $"{topOne}" })];
}
