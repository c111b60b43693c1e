namespace Tiny.Bench.Results.Import;

public sealed class SystemDescriptionTests
{
    // kai_jiang from v1.2 on; an empty framework is a statement (ST and Renesas), a missing one is not.
    [Theory]
    [InlineData("""{ "Software": "N/A", "Software Libraries": "self-developed" }""", "self-developed")]
    [InlineData("""{ "Inference Framework": "N/A", "Software Libraries": "self-developed" }""", "N/A")]
    [InlineData("""{ "Inference Framework": "", "Software Libraries": "self-developed" }""", null)]
    [InlineData("""{ "Software Libraries": { "TVM": { "SHA": "e3a6" } } }""", null)]
    public void Software_is_the_framework_or_where_none_is_asked_for_the_libraries(string json, string? software)
    {
        SystemDescription description = SystemDescription.Read(new SourceText("board.json", json[..^1] + """, "Status": "rdi" }"""), [])!;
        Assert.Equal(software, description.System.Software);
    }
}
