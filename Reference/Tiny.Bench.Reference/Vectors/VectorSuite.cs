using System.Security.Cryptography;
using System.Text.Json;

namespace Tiny.Bench.Reference.Vectors;

/// <summary>A folder of kernel vectors in the neutral format, version 1: an index of cases per category beside a blob of tensors.</summary>
/// <remarks>The format is described in Reference/docs/vectors.md. A manifest is optional; where it gives hashes they are checked.</remarks>
public sealed class VectorSuite
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    private VectorSuite(string origin, IReadOnlyList<VectorCase> cases, IReadOnlyList<VectorFormatException> refused)
    {
        Origin = origin;
        Cases = cases;
        Refused = refused;
    }

    /// <summary>Where the answers come from, in the manifest's words; empty when it does not say.</summary>
    public string Origin { get; }

    /// <summary>All cases, category by category, in the order of their index.</summary>
    public IReadOnlyList<VectorCase> Cases { get; }

    /// <summary>The lines that are no cases, each with its place and what is wrong: one bad line does not hide the others.</summary>
    public IReadOnlyList<VectorFormatException> Refused { get; }

    /// <summary>Reads a folder.</summary>
    /// <exception cref="VectorFormatException">A file is missing, is not what the manifest says, or no line at all is a case.</exception>
    public static VectorSuite Open(string directory)
    {
        string manifestPath = Path.Combine(directory, "manifest.json");
        using JsonDocument? manifest = File.Exists(manifestPath) ? Parse(manifestPath, File.ReadAllText(manifestPath)) : null;
        var cases = new List<VectorCase>();
        var refused = new List<VectorFormatException>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string index, string blob) in Categories(directory, manifest))
        {
            foreach (VectorCase vectorCase in ReadCategory(index, blob, refused))
            {
                if (ids.Add(vectorCase.Id))
                    cases.Add(vectorCase);
                else
                    refused.Add(new VectorFormatException(vectorCase.Id, "stands twice; expected unique ids"));
            }
        }

        if (cases.Count + refused.Count == 0)
            throw new VectorFormatException(directory, "has no cases; expected <category>.jsonl beside <category>.bin");
        return new VectorSuite(manifest is null ? "" : Text(manifest.RootElement, "origin"), cases, refused);
    }

    private static IEnumerable<(string Index, string Blob)> Categories(string directory, JsonDocument? manifest)
    {
        if (manifest is not null && manifest.RootElement.ValueKind != JsonValueKind.Object)
            throw new VectorFormatException(Path.Combine(directory, "manifest.json"), "is no JSON object");
        if (manifest is null || !manifest.RootElement.TryGetProperty("categories", out JsonElement categories))
        {
            foreach (string path in Directory.EnumerateFiles(directory).Order(StringComparer.Ordinal))
            {
                string index = path.EndsWith(VectorFile.Compressed, StringComparison.Ordinal) ? path[..^VectorFile.Compressed.Length] : path;
                if (index.EndsWith(".jsonl", StringComparison.Ordinal))
                    yield return (path, VectorFile.Find(Path.ChangeExtension(index, ".bin")));
            }

            yield break;
        }

        if (categories.ValueKind != JsonValueKind.Array || categories.EnumerateArray().Any(category => category.ValueKind != JsonValueKind.Object))
            throw new VectorFormatException(Path.Combine(directory, "manifest.json"), "has categories that are no list of objects");
        foreach (JsonElement category in categories.EnumerateArray())
        {
            string name = Text(category, "name");
            string index = VectorFile.Find(Path.Combine(directory, Path.GetFileName(Text(category, "index", $"{name}.jsonl"))));
            string blob = VectorFile.Find(Path.Combine(directory, Path.GetFileName(Text(category, "blob", $"{name}.bin"))));
            CheckHash(index, Text(category, "index_sha256"));
            CheckHash(blob, Text(category, "blob_sha256"));
            yield return (index, blob);
        }
    }

    private static IEnumerable<VectorCase> ReadCategory(string indexPath, string blobPath, List<VectorFormatException> refused)
    {
        byte[] blob = VectorFile.Read(blobPath);
        using var index = new StreamReader(new MemoryStream(VectorFile.Read(indexPath)));
        int number = 0;
        while (index.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            if (TryReadCase($"{Path.GetFileName(indexPath)} line {number}", line, blob, refused) is { } vectorCase)
                yield return vectorCase;
        }
    }

    private static VectorCase? TryReadCase(string where, string line, byte[] blob, List<VectorFormatException> refused)
    {
        try
        {
            using JsonDocument json = Parse(where, line);
            return ReadCase(where, json.RootElement.Clone(), blob);
        }
        catch (VectorFormatException malformed)
        {
            refused.Add(malformed);
            return null;
        }
    }

    private static VectorCase ReadCase(string where, JsonElement json, byte[] blob)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw new VectorFormatException(where, "is no JSON object; expected a case");
        string id = Text(json, "id");
        string operation = Text(json, "op");
        if (id.Length == 0 || operation.Length == 0)
            throw new VectorFormatException(where, "has no id or no op");
        if (!json.TryGetProperty("tensors", out JsonElement tensors) || tensors.ValueKind != JsonValueKind.Object)
            throw new VectorFormatException(id, "has no tensors");

        var named = new Dictionary<string, VectorTensor>(StringComparer.Ordinal);
        foreach (JsonProperty tensor in tensors.EnumerateObject())
            named[tensor.Name] = ReadTensor($"{id}, tensor {tensor.Name}", tensor.Value, blob);

        var types = new Dictionary<string, string>(StringComparer.Ordinal);
        if (json.TryGetProperty("types", out JsonElement typeNames) && typeNames.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty type in typeNames.EnumerateObject())
                types[type.Name] = type.Value.ToString();
        }

        JsonElement parameters = json.TryGetProperty("params", out JsonElement given) && given.ValueKind == JsonValueKind.Object
            ? given
            : throw new VectorFormatException(id, "has no params");
        return new VectorCase(id, operation, Text(json, "purpose"), new VectorParameters(id, parameters), named, types);
    }

    private static VectorTensor ReadTensor(string where, JsonElement json, byte[] blob)
    {
        var parameters = new VectorParameters(where, json.ValueKind == JsonValueKind.Object
            ? json
            : throw new VectorFormatException(where, "is no JSON object"));
        TensorType type = parameters.Text("dtype", "") switch
        {
            "int8" => TensorType.Int8,
            "uint8" => TensorType.UInt8,
            "int16" => TensorType.Int16,
            "int32" => TensorType.Int32,
            "int64" => TensorType.Int64,
            var other => throw new VectorFormatException(where, $"has dtype {other}; expected int8, uint8, int16, int32 or int64"),
        };
        Shape shape = parameters.Shape("shape");
        int offset = parameters.Int32("offset");
        int count = parameters.Int32("count");
        if (shape.ElementCount != count)
            throw new VectorFormatException(where, $"has shape {shape} but count {count}");
        long length = type.ByteCount(count)!.Value;
        if (offset < 0 || offset > blob.Length - length)
            throw new VectorFormatException(where, $"takes {length} bytes at {offset}; the blob has {blob.Length}");
        return new VectorTensor(where, type, shape, blob.AsMemory(offset, (int)length));
    }

    private static JsonDocument Parse(string where, string text)
    {
        try
        {
            var document = JsonDocument.Parse(text, Strict);
            ReadTexts(document.RootElement);
            return document;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new VectorFormatException(where, $"is not JSON: {e.Message}", e);
        }
    }

    // JSON can escape half a surrogate pair, which is no text. The parser says so at the first read only: read all of it here.
    private static void ReadTexts(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.String)
            _ = json.GetString();
        else if (json.ValueKind == JsonValueKind.Array)
            foreach (JsonElement item in json.EnumerateArray())
                ReadTexts(item);
        else if (json.ValueKind == JsonValueKind.Object)
            foreach (JsonProperty property in json.EnumerateObject())
            {
                _ = property.Name;
                ReadTexts(property.Value);
            }
    }

    private static void CheckHash(string path, string expected)
    {
        if (expected.Length == 0)
            return;
        string actual = Convert.ToHexStringLower(SHA256.HashData(VectorFile.Read(path)));
        if (!string.Equals(actual, expected, StringComparison.OrdinalIgnoreCase))
            throw new VectorFormatException(path, $"has SHA-256 {actual}; the manifest says {expected}");
    }

    private static string Text(JsonElement json, string key, string fallback = "") =>
        json.TryGetProperty(key, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : fallback;
}
