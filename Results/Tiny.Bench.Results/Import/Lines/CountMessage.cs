using System.Globalization;

namespace Tiny.Bench.Results.Import.Lines;

/// <summary>A message that ends in a number: <c>m-lap-us-34381184</c>, <c>m-infer-start-1000</c>.</summary>
/// <param name="Value">The number.</param>
internal readonly record struct CountMessage(ulong Value)
{
    public const string Lap = "m-lap-us-";
    public const string InferenceStart = "m-infer-start-";

    /// <summary>Finds the message anywhere in the line: a board that echoes prints its command before it.</summary>
    /// <param name="message">The line's message.</param>
    /// <param name="name">Which one.</param>
    /// <param name="found">Whether the name is there, with or without a number.</param>
    /// <param name="count">The number.</param>
    public static bool TryParse(ReadOnlySpan<char> message, string name, out bool found, out CountMessage count)
    {
        count = default;
        int start = message.IndexOf(name, StringComparison.Ordinal);
        found = start >= 0;
        if (!found || !ulong.TryParse(message[(start + name.Length)..].TrimEnd(), NumberStyles.None, CultureInfo.InvariantCulture, out ulong value))
            return false;
        count = new CountMessage(value);
        return true;
    }
}
