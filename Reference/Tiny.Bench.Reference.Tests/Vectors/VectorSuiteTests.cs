using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Reference.Vectors;

public sealed class VectorSuiteTests : IDisposable
{
    private const string Tensor = """{"dtype":"int8","shape":[2],"layout":"flat","offset":0,"count":2}""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_wrong_element_is_reported_with_its_place_and_both_values()
    {
        Write(Case("maximum", "{}", expectedOffset: 4), [1, 2, 3, 0, 3, 7]);

        VectorResult result = Assert.Single(Run());

        Assert.Equal(VectorOutcome.Failed, result.Outcome);
        Assert.Equal((1, 1, 7L, 2L), (result.Differences, result.FirstElement, result.Expected, result.Got));
    }

    [Fact]
    public void A_right_answer_passes()
    {
        Write(Case("maximum", "{}", expectedOffset: 4), [1, 2, 3, 0, 3, 2]);
        Assert.Equal(VectorOutcome.Passed, Assert.Single(Run()).Outcome);
    }

    [Fact]
    public void An_operation_without_a_kernel_is_unsupported_and_named()
    {
        Write(Case("fourier", "{}", expectedOffset: 0), [1, 2]);

        VectorResult result = Assert.Single(Run());

        Assert.Equal(VectorOutcome.Unsupported, result.Outcome);
        Assert.Contains("fourier", result.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json", "line 1")]
    [InlineData("[]", "no JSON object")]
    [InlineData("""{"id":"a/b","op":"maximum","params":{}}""", "no tensors")]
    [InlineData("""{"op":"maximum","params":{},"tensors":{}}""", "no id")]
    [InlineData("""{"id":"a/b","op":"maximum","params":{},"tensors":{"x":{"dtype":"int8","shape":[3],"offset":0,"count":2}}}""", "count 2")]
    [InlineData("""{"id":"a/b","op":"maximum","params":{},"tensors":{"x":{"dtype":"int8","shape":[9],"offset":0,"count":9}}}""", "the blob has 2")]
    [InlineData("""{"id":"a/b","op":"maximum","params":{},"tensors":{"x":{"dtype":"int8","shape":[2],"offset":-1,"count":2}}}""", "at -1")]
    [InlineData("""{"id":"a/b","op":"maximum","params":{},"tensors":{"x":{"dtype":"int7","shape":[2],"offset":0,"count":2}}}""", "int7")]
    [InlineData("""{"id":"a/b","op":"maximum","params":{},"tensors":{"x":{"dtype":"int8","shape":[65536,65536,65536],"offset":0,"count":0}}}""", "[65536,65536,65536]")]
    public void A_malformed_case_says_where_and_what(string line, string expected)
    {
        Write(line, [1, 2]);
        VectorFormatException error = SingleRefusal();
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_case_that_contradicts_itself_is_an_error_not_a_failure()
    {
        Write(
            """{"id":"a/b","op":"fully_connected","params":{"requant":{"multiplier":[1],"shift":[0,0]}},"tensors":{"input":T,"weights":{"dtype":"int8","shape":[1,2],"offset":0,"count":2},"output":{"dtype":"int8","shape":[1],"offset":0,"count":1}}}"""
                .Replace("T", Tensor, StringComparison.Ordinal),
            [1, 2]);
        var error = Assert.Throws<VectorFormatException>(() => Run());
        Assert.Contains("1 multipliers and 2 shifts", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_id_twice_is_refused()
    {
        string line = Case("maximum", "{}", expectedOffset: 0);
        Write($"{line}\n{line}", [1, 2]);
        Assert.Contains("twice", SingleRefusal().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_does_not_match_the_manifest_is_torn()
    {
        Write(Case("maximum", "{}", expectedOffset: 0), [1, 2]);
        _folder.Write("manifest.json", $$"""{"categories":[{"name":"a","blob_sha256":"{{new string('0', 64)}}"}]}""");
        Assert.Contains("SHA-256", Assert.Throws<VectorFormatException>(() => VectorSuite.Open(_folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_blob_is_named()
    {
        _folder.Write("a.jsonl", Case("maximum", "{}", expectedOffset: 0));
        Assert.Contains("a.bin", Assert.Throws<VectorFormatException>(() => VectorSuite.Open(_folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_folder_is_no_suite() =>
        Assert.Contains("no cases", Assert.Throws<VectorFormatException>(() => VectorSuite.Open(_folder.Path)).Message, StringComparison.Ordinal);

    private static string Case(string operation, string parameters, int expectedOffset) =>
        $$"""{"id":"a/b","op":"{{operation}}","params":{{parameters}},"tensors":{"input1":{{Tensor}},"input2":{{At(Math.Min(2, expectedOffset))}},"output":{{At(expectedOffset)}} } }""";

    private static string At(int offset) => Tensor.Replace("\"offset\":0", $"\"offset\":{offset}", StringComparison.Ordinal);

    private void Write(string lines, sbyte[] blob)
    {
        _folder.Write("a.jsonl", lines);
        _folder.Write("a.bin", (byte[])(Array)blob);
    }

    private VectorFormatException SingleRefusal() => Assert.Single(VectorSuite.Open(_folder.Path).Refused);

    private VectorResult[] Run() => [.. VectorSuite.Open(_folder.Path).Cases.Select(new VectorRunner(Dialect.DoubleRounding).Run)];
}
