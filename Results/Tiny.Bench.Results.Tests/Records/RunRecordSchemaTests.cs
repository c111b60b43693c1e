using System.Text.Json.Nodes;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Results.Records;

public class RunRecordSchemaTests
{
    private static readonly JsonNode Schema = JsonNode.Parse(RunRecordSchema.Text())!;

    [SkippableFact]
    public void The_shipped_schema_is_the_generated_one()
    {
        string received = Path.Combine(AppContext.BaseDirectory, "run-record.schema.json");
        File.WriteAllText(received, RunRecordSchema.Text());
        string shipped = Path.Combine(Repository.Root, "Results", "docs", "run-record.schema.json");
        Assert.True(
            File.Exists(shipped) && File.ReadAllText(shipped) == RunRecordSchema.Text(),
            $"{shipped} is not what the types say. If the change is meant, copy {received} there and describe it in records.md.");
    }

    [SkippableFact]
    public void The_page_describes_every_member_and_no_other()
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "Results", "docs", "records.md"));
        string[] described = [.. page.Split('\n').TakeWhile(line => line != "## A store").Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('`')[1])];
        Assert.Equal(string.Join('\n', PathsOf(Schema, "")), string.Join('\n', described));
    }

    [Fact]
    public void Fits_what_is_written()
    {
        Assert.Empty(Faults(SampleRecords.Full));
        Assert.Empty(Faults(SampleRecords.Least));
    }

    [Theory]
    [InlineData("\"task\": \"kws01\",", "", "$.task: missing")]
    [InlineData("\"schema\": 1,", "", "$.schema: missing")]
    [InlineData("\"schema\": 1", "\"schema\": 2", "$.schema: not 1")]
    [InlineData("\"measured\"", "\"guessed\"", "$.kind: none of the values")]
    [InlineData("\"cores\": 2", "\"cores\": \"2\"", "$.machine.cores: wrong type")]
    [InlineData("\"cores\": 2", "\"cores\": 2, \"cars\": 3", "$.machine.cars: unknown")]
    [InlineData("\"sha256\": \"a", "\"sha256\": \"A", "$.model.sha256: no digest")]
    [InlineData("\"differingInputs\": 364", "\"differingInputs\": 0.5", "$.comparison.differingInputs: wrong type")]
    public void Refuses_what_is_no_record(string part, string replacement, string fault)
    {
        string text = System.Text.Encoding.UTF8.GetString(RunRecordJson.Write(SampleRecords.Full));
        Assert.Contains(part, text, StringComparison.Ordinal);
        List<string> faults = SchemaCheck.Faults(Schema, JsonNode.Parse(text.Replace(part, replacement, StringComparison.Ordinal)), "$");
        Assert.Equal(fault, Assert.Single(faults));
    }

    private static List<string> Faults(RunRecord record) => SchemaCheck.Faults(Schema, JsonNode.Parse(RunRecordJson.Write(record)), "$");

    private static IEnumerable<string> PathsOf(JsonNode schema, string prefix)
    {
        foreach ((string name, JsonNode? member) in schema["properties"]?.AsObject() ?? [])
        {
            string path = prefix + name;
            yield return path;
            JsonNode inner = member!["items"] ?? member;
            foreach (string below in PathsOf(inner, member["items"] is null ? $"{path}." : $"{path}[]."))
                yield return below;
        }
    }
}
