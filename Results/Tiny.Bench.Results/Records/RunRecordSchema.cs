using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace Tiny.Bench.Results.Records;

/// <summary>The JSON Schema of a record's file, generated from the types; it ships as <c>Results/docs/run-record.schema.json</c>.</summary>
public static class RunRecordSchema
{
    private const string Sha256Pattern = "^[0-9a-f]{64}$";

    /// <summary>The schema's text: draft 2020-12, two blanks an indent, LF. What a type cannot say is added: the form's number and what a digest looks like.</summary>
    public static string Text()
    {
        var format = new JsonSerializerOptions(RunRecordJson.Options);
        format.MakeReadOnly(populateMissingResolver: true);
        var options = new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Refine };
        var generated = (JsonObject)format.GetJsonSchemaAsNode(typeof(RunRecord), options);
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Tiny.Bench run record",
        };
        foreach ((string name, JsonNode? value) in generated)
            schema[name] = value?.DeepClone();

        // The type has a value for it; the reader wants it said.
        schema["required"]!.AsArray().Insert(0, "schema");
        return schema.ToJsonString(format) + "\n";
    }

    private static JsonNode Refine(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (context.PropertyInfo is not { } property || schema is not JsonObject members)
            return schema;
        if (property.DeclaringType == typeof(RunRecord) && property.Name == "schema")
            return new JsonObject { ["const"] = RunRecord.CurrentSchema };
        if (property.Name.EndsWith("sha256", StringComparison.OrdinalIgnoreCase))
            members["pattern"] = Sha256Pattern;
        return schema;
    }
}
