using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Tiny.Bench.Results.Records;

/// <summary>The text of a record: UTF-8, two blanks an indent, LF, members in the order of the types, camelCase.</summary>
public static class RunRecordJson
{
    internal static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
        WriteIndented = true,
        NewLine = "\n",

        // The file is read by people and never pasted into a page: "+" and "µ" stay as they are.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The bytes of a record's file. Same record, same bytes.</summary>
    public static byte[] Write(RunRecord record) => [.. JsonSerializer.SerializeToUtf8Bytes(record, Options), (byte)'\n'];

    /// <summary>Reads a record's file.</summary>
    /// <param name="where">Name of the file for errors.</param>
    /// <param name="bytes">Its content.</param>
    /// <exception cref="RecordException">The text is torn, its schema is not <see cref="RunRecord.CurrentSchema"/>, or a member is wrong.</exception>
    public static RunRecord Read(string where, ReadOnlySpan<byte> bytes)
    {
        try
        {
            RequireSchema(where, JsonNode.Parse(bytes, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }));
            return JsonSerializer.Deserialize<RunRecord>(bytes, Options)!;
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            // The second is what the reader throws for a text that is not Unicode: invalid UTF-8, half a surrogate pair.
            string line = (problem as JsonException)?.LineNumber is { } number ? $", line {number + 1}" : "";
            throw new RecordException($"{where}{line}", $"is no run record: {problem.Message}", problem);
        }
    }

    // Asked first: a record of another form would only be told by the first member that does not fit.
    private static void RequireSchema(string where, JsonNode? root)
    {
        JsonNode? schema = root is JsonObject members ? members["schema"] : null;
        if (schema is not JsonValue value || !value.TryGetValue(out int number) || number != RunRecord.CurrentSchema)
            throw new RecordException($"{where} at $.schema", $"is {schema?.ToJsonString() ?? "missing"}; expected {RunRecord.CurrentSchema}");
    }
}
