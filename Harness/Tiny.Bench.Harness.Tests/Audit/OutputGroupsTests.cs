namespace Tiny.Bench.Harness.Audit;

public sealed class OutputGroupsTests
{
    [Fact]
    public void Who_shares_outputs_shares_a_letter_and_who_is_alone_has_none() =>
        Assert.Equal(["A", null, "B", "A", null, "B"], OutputGroups.Name(["x", "alone", "y", "x", null, "y"]));

    [Fact]
    public void After_Z_comes_AA()
    {
        string[] pairs = [.. Enumerable.Range(0, 28).SelectMany(index => new[] { $"{index}", $"{index}" })];
        Assert.Equal("Z Z AA AA AB AB", string.Join(' ', OutputGroups.Name(pairs).Skip(50)));
    }

    [Fact]
    public void Logs_whose_outputs_are_not_known_are_no_group() => Assert.Equal([null, null], OutputGroups.Name([null, null]));
}
