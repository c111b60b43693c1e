using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tiny.Bench.Reference.Vectors;

/// <summary>Writes cases in the vector format: one category file pair in a folder (Reference/docs/vectors.md).</summary>
public static class VectorWriter
{
    // As the shipped files have them: no type needs more.
    private const int Alignment = 8;

    private static readonly JsonSerializerOptions Format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes <paramref name="category"/><c>.jsonl</c> and <c>.bin</c>; the same cases give the same bytes.</summary>
    /// <param name="folder">Is created where it is missing; a file of that name is replaced.</param>
    /// <param name="category">A plain file name without extension.</param>
    /// <param name="cases">At least one.</param>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public static void Write(string folder, string category, IReadOnlyList<VectorCase> cases)
    {
        using var blob = new MemoryStream();
        string index = string.Concat(cases.Select(vectorCase => Line(vectorCase, blob) + "\n"));
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, $"{category}.bin"), blob.ToArray());
        File.WriteAllText(Path.Combine(folder, $"{category}.jsonl"), index);
    }

    private static string Line(VectorCase vectorCase, MemoryStream blob)
    {
        var tensors = new JsonObject();
        foreach ((string name, VectorTensor tensor) in vectorCase.Tensors)
        {
            blob.Write(new byte[(Alignment - (int)(blob.Length % Alignment)) % Alignment]);
            tensors[name] = new JsonObject
            {
                ["dtype"] = tensor.Type.SchemaName().ToLowerInvariant(),
                ["shape"] = new JsonArray([.. tensor.Shape.Extents.ToArray().Select(extent => JsonValue.Create(extent))]),
                ["offset"] = blob.Length,
                ["count"] = tensor.Shape.ElementCount,
            };
            blob.Write(tensor.Content.Span);
        }

        return new JsonObject
        {
            ["id"] = vectorCase.Id,
            ["op"] = vectorCase.Operation,
            ["purpose"] = vectorCase.Purpose,
            ["params"] = JsonObject.Create(vectorCase.Parameters.Json),
            ["tensors"] = tensors,
        }.ToJsonString(Format);
    }
}
