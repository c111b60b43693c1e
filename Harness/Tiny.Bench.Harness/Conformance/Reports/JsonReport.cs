using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tiny.Bench.Harness.Conformance.Reports;

/// <summary>The run as it is held here, for programs.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static void Write(Stream stream, ReportedRun run)
    {
        JsonSerializer.Serialize(stream, run, Options);
        stream.WriteByte((byte)'\n');
    }
}
