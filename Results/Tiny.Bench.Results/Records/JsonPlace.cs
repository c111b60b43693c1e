using System.Text;
using System.Text.Json;

namespace Tiny.Bench.Results.Records;

/// <summary>Where in a JSON text a byte stands.</summary>
internal static class JsonPlace
{
    /// <summary>JSON path of the member whose name or value holds the byte, or follows it: <c>$.machine.cores</c>; <c>$</c> when the text is no JSON there.</summary>
    public static string PathAt(ReadOnlySpan<byte> json, long offset)
    {
        var open = new Stack<Level>();
        var reader = new Utf8JsonReader(json);
        try
        {
            while (reader.Read())
            {
                Enter(ref reader, open);

                // A member's name and its value are one place; the comma and the line end after them belong to what follows.
                if (reader.BytesConsumed > offset)
                    return PathOf(open);
                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                    open.Push(new Level(reader.TokenType == JsonTokenType.StartArray));
            }
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            // What stands before the fault has a path, and what stands behind it has none.
        }

        return "$";
    }

    private static void Enter(ref Utf8JsonReader reader, Stack<Level> open)
    {
        if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            open.Pop();
        else if (reader.TokenType == JsonTokenType.PropertyName)
            open.Peek().Name = reader.GetString();
        else if (open.TryPeek(out Level? parent) && parent.IsArray)
            parent.Index++;
    }

    private static string PathOf(Stack<Level> open)
    {
        var path = new StringBuilder("$");
        foreach (Level level in open.Reverse())
        {
            if (level.IsArray)
                path.Append('[').Append(level.Index).Append(']');
            else
                path.Append('.').Append(level.Name);
        }

        return path.ToString();
    }

    private sealed class Level(bool isArray)
    {
        public bool IsArray { get; } = isArray;

        public int Index { get; set; } = -1;

        public string? Name { get; set; }
    }
}
