using System.Text.Json;
using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>What the rules read of the MLCommons runner's results.json: a list with one object an iteration.</summary>
/// <remarks>A member that is missing or of another type is skipped: <see cref="Fault"/> tells of a text that is no JSON.</remarks>
internal static class RunnerJson
{
    /// <summary>Laps of each iteration that has all three, microseconds.</summary>
    public static IEnumerable<(int Index, long Start, long End, long Elapsed)> Laps(TreeEntry file)
    {
        using JsonDocument? document = Open(file, out _);
        foreach ((int index, JsonElement item) in Items(document))
        {
            if (Member(item, "infer") is { } infer && Whole(infer, "start_time") is { } start && Whole(infer, "end_time") is { } end && Whole(infer, "elapsed_time") is { } elapsed)
                yield return (index, start, end, elapsed);
        }
    }

    /// <summary>Where the text stops being JSON; null when it is JSON.</summary>
    public static (int? Line, string Text)? Fault(TreeEntry file)
    {
        using JsonDocument? document = Open(file, out JsonException? fault);
        return fault is null ? null : (fault.LineNumber is { } line ? (int)line + 1 : null, JsonFault.TextOf(fault));
    }

    private static IEnumerable<(int Index, JsonElement Item)> Items(JsonDocument? document) =>
        document?.RootElement is { ValueKind: JsonValueKind.Array } root ? root.EnumerateArray().Select((item, index) => (index, item)) : [];

    private static JsonElement? Member(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out JsonElement member) ? member : null;

    private static long? Whole(JsonElement item, string name) =>
        Member(item, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out long value) ? value : null;

    private static JsonDocument? Open(TreeEntry file, out JsonException? fault)
    {
        fault = null;
        if (file.ReadBytes(out _) is not { } bytes)
            return null;
        try
        {
            return JsonDocument.Parse(bytes);
        }
        catch (JsonException problem)
        {
            fault = problem;
            return null;
        }
    }
}
