using System.Globalization;
using System.Text;
using Tiny.Bench.Results.Charts;

namespace Tiny.Bench.Results.Records;

public class RunRecordJsonTests
{
    private static readonly string ApprovedPath = Path.Combine(AppContext.BaseDirectory, "Records", "RunRecord.approved.json");

    [Fact]
    public void Writes_the_approved_file() => ApprovedFile.Matches("Records/RunRecord.approved.json", Text(SampleRecords.Full));

    [Fact]
    public void Writes_the_same_bytes_in_a_culture_with_other_numbers()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        try
        {
            CultureInfo.CurrentCulture = culture;
            Assert.Equal(File.ReadAllText(ApprovedPath), Text(SampleRecords.Full));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Reads_what_it_wrote()
    {
        foreach (RunRecord record in new[] { SampleRecords.Full, SampleRecords.Least })
        {
            RunRecord read = RunRecordJson.Read("r.json", RunRecordJson.Write(record));
            Assert.Equal(Text(record), Text(read));
            Assert.Equal((record.Task, record.Mode, record.Kind, record.Started), (read.Task, read.Mode, read.Kind, read.Started));
            Assert.Equal((record.Quality, record.Comparison, record.Git), (read.Quality, read.Comparison, read.Git));
        }
    }

    [Fact]
    public void A_figure_that_does_not_apply_is_left_out()
    {
        string text = Text(SampleRecords.Least);
        Assert.DoesNotContain("null", text, StringComparison.Ordinal);
        Assert.DoesNotContain("correct", text, StringComparison.Ordinal);
        Assert.DoesNotContain("performance", text, StringComparison.Ordinal);
        Assert.Contains("\"partialAuc\": 0.3333333333333333", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"schema\": 2", "at $.schema: is 2; expected 1")]
    [InlineData("\"schema\": \"1\"", "at $.schema: is \"1\"; expected 1")]
    [InlineData("\"schema\": null", "at $.schema: is missing; expected 1")]
    public void Refuses_a_form_that_it_does_not_know(string schema, string message)
    {
        string text = Text(SampleRecords.Full).Replace("\"schema\": 1", schema, StringComparison.Ordinal);
        Assert.Equal("r.json " + message, Assert.Throws<RecordException>(() => Read(text)).Message);
    }

    [Theory]
    [InlineData("\"task\": \"kws01\",\n", "", "task")]
    [InlineData("\"task\": \"kws01\"", "\"task\": null", "task")]
    [InlineData("\"task\": \"kws01\"", "\"task\": \"kws01\", \"tsk\": 1", "tsk")]
    [InlineData("\"task\": \"kws01\"", "\"task\": \"kws01\", \"task\": \"ic01\"", "task")]
    [InlineData("\"kind\": \"measured\"", "\"kind\": \"guessed\"", "$.kind")]
    [InlineData("\"kind\": \"measured\"", "\"kind\": 0", "$.kind")]
    [InlineData("\"kws01\"", "\"\\ud800\"", "$.task")]
    [InlineData("\"cores\": 2", "\"cores\": 2.5", "$.machine.cores")]
    [InlineData("\"started\": \"2026", "\"started\": \"yesterday 2026", "$.started")]
    public void Refuses_a_wrong_member_and_names_it(string part, string replacement, string named)
    {
        string text = Text(SampleRecords.Full).Replace(part, replacement, StringComparison.Ordinal);
        var error = Assert.Throws<RecordException>(() => Read(text));
        Assert.StartsWith("r.json", error.Where, StringComparison.Ordinal);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_torn_file_wherever_it_is_torn()
    {
        byte[] whole = RunRecordJson.Write(SampleRecords.Full);

        // Without its last byte, a line feed, the record is still whole.
        for (int length = 0; length < whole.Length - 1; length++)
            Assert.Throws<RecordException>(() => RunRecordJson.Read("r.json", whole.AsSpan(0, length)));
    }

    [Fact]
    public void Any_bytes_end_in_a_record_or_in_its_own_error()
    {
        byte[] whole = RunRecordJson.Write(SampleRecords.Full);
        var random = new Random(5);
        int refused = 0;
        for (int round = 0; round < 3000; round++)
        {
            byte[] bytes = [.. whole];
            for (int change = random.Next(1, 4); change > 0; change--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            try
            {
                RunRecordJson.Read("r.json", bytes);
            }
            catch (RecordException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 1, 2999);
    }

    private static string Text(RunRecord record) => Encoding.UTF8.GetString(RunRecordJson.Write(record));

    private static RunRecord Read(string text) => RunRecordJson.Read("r.json", Encoding.UTF8.GetBytes(text));
}
