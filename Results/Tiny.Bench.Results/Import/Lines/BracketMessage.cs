namespace Tiny.Bench.Results.Import.Lines;

/// <summary>A message that carries its value in brackets: <c>m-version[3.0.10]</c>, <c>m-voltage-mv[1800]</c>, <c>m-regfile-fn[f]-type[emon]-name[lpm01a]</c>.</summary>
internal static class BracketMessage
{
    public const string Version = "m-version[";
    public const string Millivolts = "m-voltage-mv[";
    public const string Model = "m-model-[";
    public const string MonitorFile = "-type[emon]-name[";

    /// <summary>The text between a key, which ends in <c>[</c>, and the next <c>]</c>; not empty.</summary>
    public static bool TryParse(ReadOnlySpan<char> message, string key, out ReadOnlySpan<char> value)
    {
        value = [];
        int start = message.IndexOf(key, StringComparison.Ordinal);
        if (start < 0)
            return false;
        ReadOnlySpan<char> rest = message[(start + key.Length)..];
        int end = rest.IndexOf(']');
        if (end <= 0)
            return false;
        value = rest[..end];
        return true;
    }
}
