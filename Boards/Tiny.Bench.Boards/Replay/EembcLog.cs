using System.Text;

namespace Tiny.Bench.Boards.Replay;

/// <summary>Logs of the EEMBC runner: <c>SSSSS.mmm source: text</c>, the device's lines as they came (spec/mlperf-tiny.md section 2.3).</summary>
internal static class EembcLog
{
    private const string DeviceSource = " dut: ";
    private const string ParserSource = " parser: ";

    /// <summary>Whether a line is one of the device's.</summary>
    public static bool IsDevice(string line) => line.Contains(DeviceSource, StringComparison.Ordinal);

    /// <summary>Reads all lines.</summary>
    public static void Read(string[] lines, RecordingBuilder builder)
    {
        foreach (string line in lines)
        {
            if (After(line, DeviceSource) is { } device)
                builder.Device(Encoding.UTF8.GetBytes(device));
            else if (After(line, ParserSource) is { } parser)
                ReadParser(parser, builder);
        }
    }

    // The bytes themselves are muted in these logs.
    private static void ReadParser(string text, RecordingBuilder builder)
    {
        if (text.StartsWith("m-bload-done", StringComparison.Ordinal))
            builder.Load(null);
        else if (text.StartsWith("Command \"dut infer ", StringComparison.Ordinal))
            builder.Command(text["Command \"dut ".Length..].TrimEnd('"'));
    }

    private static string? After(string line, string source)
    {
        int start = line.IndexOf(source, StringComparison.Ordinal);
        return start < 0 ? null : line[(start + source.Length)..];
    }
}
