using Tiny.Bench.Testing;

namespace Tiny.Bench.Results.Import;

public sealed class LenientJsonTests
{
    [Theory]
    [InlineData("{ \"a\": \"1\", \"b\": \"2\" }", 0)]
    [InlineData("{ \"a\": \"1\"\n \"b\": \"2\" }", 1)]
    [InlineData("{ \"a\": \"1\", \"b\": \"2\", }", 1)]
    [InlineData("{ \"a\": \"1\",, \"b\": \"2\" }", 1)]
    [InlineData("{ \"a\": \"1\", \"b\": \"2\"", 1)]
    [InlineData("{ \"a\": \"1\", \"b\": \"2\" } }", 1)]
    [InlineData("{ \"a\": { \"b\": [1, {\"c\": null}] }\n\"a\": \"1\", \"b \": 2 }", 1)]
    public void Takes_small_slips_as_meant_and_notes_each(string text, int repairs)
    {
        LenientJson json = LenientJson.Read(text);

        Assert.Null(json.Failure);
        Assert.Equal(("1", "2"), (json.Members["a"], json.Members["b"]));
        Assert.Equal(repairs, json.Repairs.Count);
    }

    [Fact]
    public void Keeps_a_control_character_within_a_text_and_says_where()
    {
        LenientJson json = LenientJson.Read("{\n \"a\": \"one\ttwo\" }");

        Assert.Equal("one\ttwo", json.Members["a"]);
        Assert.StartsWith("line 2: a control character", Assert.Single(json.Repairs), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"Operating System \": \"none\" }", "Operating System", "none")]
    [InlineData("{ \"a\": \"1\", \"a\": \"\" }", "a", "")]
    [InlineData("{ \"a\": \"\\u00b5 \\\"x\\\" \\\\\" }", "a", "µ \"x\" \\")]
    public void Reads_names_with_blanks_repeated_names_and_escapes(string text, string name, string value) =>
        Assert.Equal(value, LenientJson.Read(text).Members[name]);

    // The published table reads v0.7 syntiant (no comma) and v0.5 latentai (a text over two lines) so, and the same names in sound JSON otherwise.
    [Theory]
    [InlineData("{ \"b\": \"1\", \"a\": \"N/A\", \"a\": \"\" }", "")]
    [InlineData("{ \"b\": \"1\" \"a\": \"N/A\", \"a\": \"\" }", "N/A")]
    [InlineData("{ \"b\": \"1\n2\", \"a\": \"N/A\", \"a\": \"\" }", "N/A")]
    public void Of_a_repeated_name_takes_the_first_where_the_text_is_no_json(string text, string value) =>
        Assert.Equal(value, LenientJson.Read(text).Members["a"]);

    [Theory]
    [InlineData("", 1)]
    [InlineData("no json", 1)]
    [InlineData("{ \"a\": \"1\",\n \"b\" \"2\" }", 2)]
    [InlineData("{ \"a\": \"1\",\n \"b\": \"2 }", 2)]
    [InlineData("{ \"a\": \"1\",\n\n \"b\": }", 3)]
    [InlineData("{ \"a\": \"1\",\n \"b\": \"\\q\" }", 2)]
    public void Says_in_which_line_it_had_to_stop(string text, int line) => Assert.Equal(line, LenientJson.Read(text).Failure!.Value.Line);

    [SkippableFact]
    public void Reads_a_published_description_that_lacks_a_comma_after_an_object()
    {
        string text = File.ReadAllText(Official.Published("logs/v1.0__OctoML__systems__system_description_NRF5340DK_microtvm_cmsis_nn.json"));

        LenientJson json = LenientJson.Read(text);

        Assert.Null(json.Failure);
        Assert.Equal(("nRF5340 DK", "microTVM", ""), (json.Members["Board Name"], json.Members["Inference Framework"], json.Members["Other Software Stack"]));
        Assert.StartsWith("line 40: a comma is missing", Assert.Single(json.Repairs), StringComparison.Ordinal);
    }

    [Fact]
    public void What_stands_before_a_failure_is_read() => Assert.Equal("1", LenientJson.Read("{ \"a\": \"1\", broken }").Members["a"]);

    [Fact]
    public void Stops_at_deep_nesting() => Assert.Contains("nested too deep", LenientJson.Read("{ \"a\": " + new string('[', 100_000)).Failure!.Value.Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("{ \"a\": \"1\"", " \"b\": \"2\"", " }")]
    [InlineData("{ \"a\": [", "\"\u0001\",", "] }")]
    public void Stops_at_a_text_that_is_nothing_but_slips(string start, string slip, string end)
    {
        LenientJson json = LenientJson.Read(start + string.Concat(Enumerable.Repeat(slip, 200_000)) + end);

        Assert.Contains("more slips", json.Failure!.Value.Text, StringComparison.Ordinal);
        Assert.InRange(json.Repairs.Count, 1, 30);
    }
}
