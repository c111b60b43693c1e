using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tiny.Bench.Results.Records;

/// <summary>As much of JSON Schema as a record's schema uses, written apart from what generates it.</summary>
internal static class SchemaCheck
{
    public static List<string> Faults(JsonNode schema, JsonNode? value, string path)
    {
        var faults = new List<string>();
        if (schema["const"] is { } constant && !JsonNode.DeepEquals(constant, value))
            faults.Add($"{path}: not {constant.ToJsonString()}");
        if (schema["enum"] is JsonArray values && !values.Any(allowed => JsonNode.DeepEquals(allowed, value)))
            faults.Add($"{path}: none of the values");
        if (schema["type"] is { } type && !(type is JsonArray several ? several.AsEnumerable() : [type]).Any(name => HasType((string)name!, value)))
            faults.Add($"{path}: wrong type");
        if (schema["pattern"] is not null && value is not null && !((string)value!).All(letter => char.IsAsciiHexDigitLower(letter)))
            faults.Add($"{path}: no digest");
        if (value is JsonObject members)
            faults.AddRange(MemberFaults(schema, members, path));
        if (value is JsonArray items && schema["items"] is { } item)
            faults.AddRange(items.SelectMany((element, index) => Faults(item, element, $"{path}[{index}]")));
        return faults;
    }

    private static IEnumerable<string> MemberFaults(JsonNode schema, JsonObject members, string path)
    {
        foreach (JsonNode? name in schema["required"]?.AsArray() ?? [])
        {
            if (!members.ContainsKey((string)name!))
                yield return $"{path}.{name}: missing";
        }

        foreach ((string name, JsonNode? value) in members)
        {
            if (schema["properties"]?[name] is not { } member)
            {
                yield return $"{path}.{name}: unknown";
                continue;
            }

            foreach (string fault in Faults(member, value, $"{path}.{name}"))
                yield return fault;
        }
    }

    private static bool HasType(string name, JsonNode? value) => (name, value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        ("null", JsonValueKind.Null) or ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array)
            or ("string", JsonValueKind.String) or ("number", JsonValueKind.Number)
            or ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("integer", JsonValueKind.Number) => value!.AsValue().TryGetValue(out long _),
        _ => false,
    };
}
