using System.Globalization;
using System.Text;
using Tiny.Bench.Boards.Energy.Traces;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Boards.Energy.Lpm01a;

/// <summary>The stream as it stands in the recording of the official runner's energy session.</summary>
public class Lpm01aRecordingTests
{
    [SkippableFact]
    public void Finds_the_five_windows_of_the_official_session()
    {
        MeterRecording recording = Read(File.ReadAllLines(Official.Published("transcripts/kws01_energy_lpm01a.txt")));

        // Edges and samples as the recording's own notes count them: the first window goes from 5,076 to 15,618, every sample is 640.9 nJ.
        Assert.Equal(10, recording.EventCount);
        Assert.Equal((5076, 15618), (recording.EventPosition(0), recording.EventPosition(1)));
        Assert.Equal((59457, 69966), (recording.EventPosition(8), recording.EventPosition(9)));
        Assert.Equal(10542 * 640.9e-9, recording.Between("window 1", 0, 1).Joules, 12);
        Assert.Equal(10509 * 640.9e-9, recording.Between("window 5", 8, 9).Joules, 12);
        Assert.Empty(recording.Gaps);
    }

    [SkippableFact]
    public void One_sample_less_is_a_gap_of_its_block_only()
    {
        string[] lines = File.ReadAllLines(Official.Published("transcripts/kws01_energy_lpm01a.txt"));
        int block = Array.FindIndex(lines, line => line.Contains("TimeStamp: 008s", StringComparison.Ordinal)) - 1;
        lines[block] = lines[block].Replace("1000", "999", StringComparison.Ordinal);
        MeterRecording recording = Read(lines);

        Assert.Equal([new TraceGap(7000, 1000)], recording.Gaps);
        Assert.Equal(MeterFault.Gap, Assert.Throws<MeterException>(() => recording.Between("window 1", 0, 1)).Fault);
        Assert.Equal(10509 * 640.9e-9, recording.Between("window 5", 8, 9).Joules, 12);
    }

    private static MeterRecording Read(string[] lines)
    {
        var recording = new MeterRecording(new TraceHeader { Source = "meter", SampleRate = 1000, Quantity = TraceQuantity.EnergyPerSample, SupplyVolts = 1.8 });
        var stream = new Lpm01aStream(recording, "meter", 1000, 1);
        foreach (string line in lines)
        {
            // # 1000 lines "6409-10\r\n" left out
            string[] words = line.Split(' ');
            int count = words[0] == "#" ? int.Parse(words[1], CultureInfo.InvariantCulture) : 1;
            string text = words[0] == "#" ? "6409-10" : line[2..].Replace(@"\r\n", "", StringComparison.Ordinal);
            for (int sample = 0; sample < count; sample++)
                stream.TryTake(Encoding.ASCII.GetBytes(text));
        }

        return recording;
    }
}
