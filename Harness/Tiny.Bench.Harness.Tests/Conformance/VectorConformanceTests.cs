using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Vectors;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Harness.Conformance;

public sealed class VectorConformanceTests : IDisposable
{
    private const string MaximumCases = """
        {"id":"maximum/right","op":"maximum","params":{},"tensors":{"input1":{"dtype":"int8","shape":[2],"offset":0,"count":2},"input2":{"dtype":"int8","shape":[2],"offset":2,"count":2},"output":{"dtype":"int8","shape":[2],"offset":4,"count":2}}}
        {"id":"maximum/wrong","op":"maximum","params":{},"tensors":{"input1":{"dtype":"int8","shape":[2],"offset":0,"count":2},"input2":{"dtype":"int8","shape":[2],"offset":2,"count":2},"output":{"dtype":"int8","shape":[2],"offset":6,"count":2}}}
        {"id":"maximum/too-long","op":"maximum","params":{},"tensors":{"input1":{"dtype":"int8","shape":[2],"offset":0,"count":2},"input2":{"dtype":"int8","shape":[2],"offset":2,"count":2},"output":{"dtype":"int8","shape":[3],"offset":4,"count":3}}}
        {"id":"none/none","op":"none","params":{},"tensors":{"output":{"dtype":"int8","shape":[2],"offset":4,"count":2}}}
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_case_of_a_folder_is_judged_on_its_own()
    {
        // The larger of 1 and 3, and of 5 and -2, is 3 and 5; the second case wants 3 and 4.
        _folder.Write("maximum.jsonl", MaximumCases);
        _folder.Write("maximum.bin", [1, 5, 3, 0xFE, 3, 5, 3, 4]);
        await using var target = new HostVectorTarget(Dialect.DoubleRounding);

        ConformanceReport report = await VectorConformance.RunAsync(_folder.Path, target);

        Assert.Equal((1, 1, 4), (report.Passed, report.Failed, report.Total));
        ConformanceFailure failure = Assert.Single(report.Failures);
        Assert.Equal(("maximum/wrong", 1, "4", "5"), (failure.Case, failure.Element, failure.Expected, failure.Got));
        Assert.Equal("maximum/too-long none/none", string.Join(' ', report.Unsupported.Select(unsupported => unsupported.Case)));
    }

    [Fact]
    public async Task A_difference_keeps_the_whole_computed_output()
    {
        _folder.Write("maximum.jsonl", MaximumCases);
        _folder.Write("maximum.bin", [1, 5, 3, 0xFE, 3, 5, 3, 4]);
        await using var target = new HostVectorTarget(Dialect.DoubleRounding);

        VectorResult result = await target.RunAsync(VectorSuite.Open(_folder.Path).Cases[1], CancellationToken.None);

        Assert.Equal([3, 5], result.Computed!.ReadIntegers());
        Assert.Equal((VectorOutcome.Failed, 1), (result.Outcome, result.Differences));
    }
}
