namespace Tiny.Bench.Reference.Faults.Rewriting;

public sealed class FaultReaderTests
{
    private const string Whole = """
        # Two edits in C#, one in C.
        name: pool-divisor
        operator: AVERAGE_POOL_2D
        what: The divisor is wrong.
        source: made up
        cs: Kernels/Pool.cs
        - a - b
        + a + b
        - sum;
        + sum += 1;
        c: kernels/portable/pool.c
        - x;
        + y;

        name: second
        operator: all
        what: Another.
        source: example/repository #1
        cs: A.cs
        - 1
        + 2
        """;

    [Fact]
    public void Reads_every_block_with_its_edits_in_order()
    {
        IReadOnlyList<SeededFault> faults = FaultReader.Read("test.faults", Whole);

        Assert.Equal(["pool-divisor", "second"], faults.Select(fault => fault.Name), StringComparer.Ordinal);
        Assert.Equal("AVERAGE_POOL_2D", faults[0].Operator);
        Assert.Equal("The divisor is wrong.", faults[0].What);
        Assert.Equal("example/repository #1", faults[1].Source);
        Assert.Equal([new FaultEdit("Kernels/Pool.cs", "a - b", "a + b"), new FaultEdit("Kernels/Pool.cs", "sum;", "sum += 1;")], faults[0].CSharp);
        Assert.Equal([new FaultEdit("kernels/portable/pool.c", "x;", "y;")], faults[0].C);
        Assert.Empty(faults[1].C);
    }

    [Theory]
    [InlineData("source: made up", "", "has no source")]
    [InlineData("name: second", "name: Second", "lower-case")]
    [InlineData("what: Another.", "what: Another.\nwhat: Twice.", "has 'what'")]
    [InlineData("what: Another.", "why: Another.", "has 'why'")]
    [InlineData("+ y;", "y;", "expected the line '+ '")]
    [InlineData("+ 2", "", "ends without a whole edit")]
    [InlineData("cs: A.cs\n- 1\n+ 2", "c: a.c\n- 1\n+ 2", "ends without a whole edit under cs")]
    [InlineData("cs: A.cs\n", "", "expected 'key: value'")]
    public void Says_where_a_block_is_malformed(string good, string bad, string problem)
    {
        string text = Whole.ReplaceLineEndings("\n");
        int at = text.LastIndexOf(good, StringComparison.Ordinal);
        var error = Assert.Throws<FaultFormatException>(() => FaultReader.Read("test.faults", $"{text[..at]}{bad}{text[(at + good.Length)..]}"));

        Assert.StartsWith("test.faults line ", error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_name_that_two_files_share()
    {
        using var folder = new Testing.TemporaryFolder();
        folder.Write("a.faults", Whole);
        folder.Write("b.faults", Whole);

        var error = Assert.Throws<FaultFormatException>(() => FaultReader.ReadFolder(folder.Path));

        Assert.Contains("pool-divisor stands twice", error.Message, StringComparison.Ordinal);
    }
}
