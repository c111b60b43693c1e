using System.Text;
using Tiny.Bench.Boards.Links;

namespace Tiny.Bench.Boards.Firmware;

/// <summary>One command of a recording and everything that the device answered to it.</summary>
internal sealed record RecordedExchange(string Command, string Reply)
{
    /// <summary>Reads a recording as docs/protocol.md section 9 spells it; what comes before the first command is the boot text and left out.</summary>
    public static List<RecordedExchange> ReadAll(string path)
    {
        var exchanges = new List<RecordedExchange>();
        foreach (string line in File.ReadLines(path))
        {
            Assert.True(TranscriptEntry.TryParse(line, out TranscriptEntry entry), line);
            string text = Encoding.Latin1.GetString(entry.Bytes.Span);
            if (entry.Direction == LinkDirection.ToDevice)
                exchanges.Add(new RecordedExchange(text, ""));
            else if (exchanges.Count > 0)
                exchanges[^1] = exchanges[^1] with { Reply = exchanges[^1].Reply + text };
        }

        return exchanges;
    }
}
