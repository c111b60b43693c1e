using Tiny.Bench.Testing;

namespace Tiny.Bench.Boards.Links;

public class TranscriptEntryTests
{
    [Theory]
    [InlineData(@"[12.345678] < m-ready\r\n", 12345678, LinkDirection.ToHost, "m-ready\r\n")]
    [InlineData(@"[0.000000] > name%", 0, LinkDirection.ToDevice, "name%")]
    [InlineData(@"[3600.000001] > a\\n\x00\x7f\xff", 3600000001, LinkDirection.ToDevice, "a\\n\0\u007f\u00ff")]
    [InlineData(@"[0.000000] < ", 0, LinkDirection.ToHost, "")]
    [InlineData(@"[0.000000] >  two  spaces ", 0, LinkDirection.ToDevice, " two  spaces ")]
    public void Reads_a_line_and_writes_it_back(string line, long microseconds, LinkDirection direction, string latin1)
    {
        Assert.True(TranscriptEntry.TryParse(line, out TranscriptEntry entry));
        Assert.Equal(TimeSpan.FromMicroseconds(microseconds), entry.Time);
        Assert.Equal(direction, entry.Direction);
        Assert.Equal(System.Text.Encoding.Latin1.GetBytes(latin1), entry.Bytes.ToArray());
        Assert.Equal(line, entry.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("# [1.5] a note")]
    [InlineData("[1.5 > x")]
    [InlineData("[1.5]> x")]
    [InlineData("[] > x")]
    [InlineData("1.5 > x")]
    [InlineData("[1.5]")]
    [InlineData("[1.5] ")]
    [InlineData("[1.5] >")]
    [InlineData("[1.5] = x")]
    [InlineData("[x.5] > x")]
    [InlineData("[1,5] > x")]
    [InlineData("[-1.5] > x")]
    [InlineData("[1e9] > x")]
    [InlineData("[99999999999999999999999999999999] > x")]
    [InlineData("[9999999999] > x")]
    [InlineData(@"[1.5] > cut\")]
    [InlineData(@"[1.5] > cut\x")]
    [InlineData(@"[1.5] > cut\x4")]
    [InlineData(@"[1.5] > \x+1")]
    [InlineData(@"[1.5] > \q")]
    [InlineData("[1.5] > caf\u00e9")]
    [InlineData("[1.5] > tab\t")]
    public void Refuses_what_is_no_line(string line) => Assert.False(TranscriptEntry.TryParse(line, out _));

    [SkippableTheory]
    [InlineData("kws01_performance.txt")]
    [InlineData("ad01_accuracy20.txt")]
    [InlineData("scenario_lateboot_kws01.txt")]
    public void Reads_every_line_of_the_published_recordings_and_writes_it_back(string file)
    {
        string[] lines = [.. File.ReadLines(Official.Published($"transcripts/{file}")).Where(line => !line.StartsWith('#'))];
        Assert.NotEmpty(lines);
        foreach (string line in lines)
        {
            Assert.True(TranscriptEntry.TryParse(line, out TranscriptEntry entry), line);
            Assert.Null(entry.Time);
            Assert.Equal(line, entry.ToString());
        }
    }

    [Fact]
    public void Every_byte_has_a_spelling_that_reads_back()
    {
        byte[] every = [.. Enumerable.Range(0, 256).Select(value => (byte)value)];
        string line = new TranscriptEntry(null, LinkDirection.ToHost, every).ToString();
        Assert.DoesNotContain(line, character => character is < ' ' or > '~');
        Assert.True(TranscriptEntry.TryParse(line, out TranscriptEntry entry));
        Assert.Equal(every, entry.Bytes.ToArray());
    }
}
