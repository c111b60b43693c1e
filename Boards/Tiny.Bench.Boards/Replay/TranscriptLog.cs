using System.Buffers;
using System.Globalization;

namespace Tiny.Bench.Boards.Replay;

/// <summary>Transcripts: <c>&gt; </c> to the device, <c>&lt; </c> from it, bytes escaped (protocol.md section 9).</summary>
internal static class TranscriptLog
{
    /// <summary>Whether a line is an exchange of a transcript.</summary>
    public static bool IsExchange(string line) => Text(line) is ['>' or '<', ' ', ..];

    /// <summary>Reads all lines.</summary>
    public static void Read(string[] lines, RecordingBuilder builder)
    {
        var loaded = new List<byte>();
        bool expecting = false;
        foreach (string line in lines)
        {
            string text = Text(line);
            if (text.StartsWith("< ", StringComparison.Ordinal))
            {
                builder.Device(text[2..].Replace("\\r", "", StringComparison.Ordinal).Replace("\\n", "", StringComparison.Ordinal));
                continue;
            }

            if (!text.StartsWith("> ", StringComparison.Ordinal))
                continue;
            string command = text[2..].TrimEnd('%');
            if (command.StartsWith("db load ", StringComparison.Ordinal))
            {
                loaded.Clear();
                expecting = true;
            }
            else if (command.StartsWith("db ", StringComparison.Ordinal) && expecting)
            {
                AppendDigits(loaded, command.AsSpan(3));
            }
            else
            {
                if (expecting)
                    builder.Load([.. loaded]);
                expecting = false;
                builder.Command(command);
            }
        }
    }

    // "[12.345678] < m-ready\r\n": the time is optional.
    private static string Text(string line)
    {
        int end = line.StartsWith('[') ? line.IndexOf("] ", StringComparison.Ordinal) : -1;
        return end > 0 && double.TryParse(line.AsSpan(1, end - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
            ? line[(end + 2)..]
            : line;
    }

    private static void AppendDigits(List<byte> bytes, ReadOnlySpan<char> digits)
    {
        var part = new byte[digits.Length / 2];
        if (Convert.FromHexString(digits, part, out _, out int count) == OperationStatus.Done)
            bytes.AddRange(part.AsSpan(0, count));
    }
}
