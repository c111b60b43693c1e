namespace Tiny.Bench.Results.Rules.Texts;

/// <summary>A message of the device with its value: <c>m-model-[kws01]</c>, or as the MLCommons runner tells it, <c>Device model retrieved: kws01</c>.</summary>
internal static class MessageLine
{
    /// <summary>Reads the value of a message.</summary>
    /// <param name="line">One line; an echoed command may stand before the message.</param>
    /// <param name="message">Start of the device's own message: <c>m-model-[</c>.</param>
    /// <param name="told">Start of the runner's line: <c>Device model retrieved:</c>.</param>
    /// <param name="value">The value, which is not empty.</param>
    public static bool TryParse(ReadOnlySpan<char> line, string message, string told, out string value)
    {
        value = "";
        int at = line.IndexOf(message, StringComparison.Ordinal);
        if (at >= 0)
        {
            ReadOnlySpan<char> rest = line[(at + message.Length)..];
            int close = rest.LastIndexOf(']');
            value = close < 0 ? "" : rest[..close].Trim().ToString();
        }
        else if ((at = line.IndexOf(told, StringComparison.Ordinal)) >= 0)
        {
            value = line[(at + told.Length)..].Trim().ToString();
        }

        return value.Length > 0;
    }
}
