namespace Tiny.Bench.Results.Records;

public class GitStateTests
{
    [Fact]
    public void The_commit_follows_the_plus_of_the_version() =>
        Assert.Equal(("0.1.0-beta", new GitState { Commit = "b80c4f8" }), GitState.FromInformationalVersion("0.1.0-beta+b80c4f8"));

    [Theory]
    [InlineData("0.1.0")]
    [InlineData("0.1.0+")]
    public void A_version_without_a_commit_has_none(string text) => Assert.Equal(("0.1.0", null), GitState.FromInformationalVersion(text));
}
