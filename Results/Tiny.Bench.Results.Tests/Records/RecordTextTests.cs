using Tiny.Bench.Results.Charts;

namespace Tiny.Bench.Results.Records;

public class RecordTextTests
{
    [Fact]
    public void Writes_the_approved_text() =>
        ApprovedFile.Matches("Records/RecordText.approved.txt", Text(SampleRecords.Full with
        {
            Division = "closed",
            Submission = new SubmissionRecord { Round = "v1.2", Submitter = "ST", System = "NUCLEO", Status = "available", Runner = "EEMBC 3.0.10" },
            System = new SystemRecord { Board = "NUCLEO-L4R5ZI", Soc = "STM32L4R5", Clock = "120 MHz", Compiler = "gcc -O3", FirmwareSha256 = new string('b', 64) },
            Energy = new EnergyRecord
            {
                Windows = [new EnergyWindowRecord { Inferences = 250, Seconds = 10.8, Microjoules = 455_123.4 }],
                MedianMicrojoulesPerInference = 1820.4936,
                VoltageVolts = 1.8,
                Monitor = "LPM01A",
            },
            Streaming = new StreamingRecord { TruePositives = 40, FalseNegatives = 10, FalsePositives = 3, DutyCycle = 0.022 },
            Memory = new MemoryRecord { ModelBytes = 53936, ArenaBytes = 22240 },
            Evidence = new EvidenceRecord { Performance = "kws/performance/log.txt", Notes = ["Computed from laps."] },
        }));

    [Fact]
    public void Leaves_out_what_is_not_known()
    {
        string text = Text(SampleRecords.Least);
        Assert.DoesNotContain("latency", text, StringComparison.Ordinal);
        Assert.DoesNotContain("top-1", text, StringComparison.Ordinal);
        Assert.Contains("AUC          0.5000, partial 0.3333\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Control_characters_do_not_reach_the_terminal() =>
        Assert.DoesNotContain('\u001b', Text(SampleRecords.Full with { Dialect = "a\u001b[2Jb" }));

    private static string Text(RunRecord record)
    {
        var output = new StringWriter();
        RecordText.Write(output, record);
        return output.ToString();
    }
}
