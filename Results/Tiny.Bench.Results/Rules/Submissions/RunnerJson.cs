using System.Globalization;
using System.Text.Json;
using Tiny.Bench.Results.Rules.Texts;
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

    /// <summary>The answers of each iteration that has any; of an iteration over several parts of a file, one answer a part.</summary>
    public static IReadOnlyList<JsonAnswer> Answers(TreeEntry file)
    {
        using JsonDocument? document = Open(file, out _);
        return [.. Items(document).SelectMany(pair => AnswersOf(pair.Index + 1, pair.Item))];
    }

    /// <summary>Words and detections of a streaming run, seconds and milliseconds; null when the file holds none.</summary>
    public static (IReadOnlyList<(double Start, double End)> Words, IReadOnlyList<double> Detections)? Stream(TreeEntry file)
    {
        using JsonDocument? document = Open(file, out _);
        foreach ((_, JsonElement item) in Items(document))
        {
            if (Member(item, "infer") is { } infer && Member(infer, "detection_windows") is { ValueKind: JsonValueKind.Array } windows
                && Member(infer, "detections") is { } list && Numbers(list) is { Length: > 0 } detections)
            {
                double[]?[] words = [.. windows.EnumerateArray().Select(Numbers)];
                return Array.TrueForAll(words, word => word is [_, _]) ? ([.. words.Select(word => (word![0], word[1]))], detections) : null;
            }
        }

        return null;
    }

    /// <summary>Where the text stops being JSON; null when it is JSON.</summary>
    public static (int? Line, string Text)? Fault(TreeEntry file)
    {
        using JsonDocument? document = Open(file, out JsonException? fault);
        return fault is null ? null : (fault.LineNumber is { } line ? (int)line + 1 : null, JsonFault.TextOf(fault));
    }

    private static IEnumerable<JsonAnswer> AnswersOf(int number, JsonElement item)
    {
        if (Member(item, "infer") is not { } infer || Member(infer, "results") is not { ValueKind: JsonValueKind.Array } results
            || Text(item, "file") is not { Length: > 0 } file)
        {
            yield break;
        }

        JsonElement[] parts = results.GetArrayLength() > 0 && results[0].ValueKind == JsonValueKind.Array ? [.. results.EnumerateArray()] : [results];
        int? label = int.TryParse(Text(item, "class"), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : null;
        string name = file[(file.LastIndexOfAny(['/', '\\']) + 1)..];
        bool isSingle = (Whole(infer, "iterations") ?? 1) == 1 && (Whole(infer, "warmups") ?? 0) == 0;
        for (int part = 0; part < parts.Length; part++)
            yield return new JsonAnswer(new PrintedAnswer(number, name, part, isSingle, Numbers(parts[part])), label);
    }

    private static double[]? Numbers(JsonElement list) =>
        list.ValueKind == JsonValueKind.Array && list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Number)
            ? [.. list.EnumerateArray().Select(item => item.GetDouble())]
            : null;

    private static string? Text(JsonElement item, string name) => Member(item, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

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
