using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tiny.Bench.Harness.Conformance;

/// <summary>Outputs and per-operator checksums of one model, as another implementation computed them.</summary>
/// <remarks>The format is that of the files made with TFLM: see Harness/docs/golden.md.</remarks>
public sealed record GoldenFile
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>File name of the model.</summary>
    public required string Model { get; init; }

    /// <summary>SHA-256 of the model's bytes, hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Bytes of one input.</summary>
    public required int InputBytes { get; init; }

    /// <summary>Where the inputs come from: <c>generator</c>, <c>generator soft</c>, or a named set of real inputs.</summary>
    public required string Source { get; init; }

    /// <summary>One entry per input, at least one.</summary>
    public required IReadOnlyList<GoldenResult> Results { get; init; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="ConformanceException">It is not such a file; says where.</exception>
    public static GoldenFile Read(string path)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            GoldenFile file = JsonSerializer.Deserialize<GoldenFile>(stream, Format) ?? throw new ConformanceException(path, "is empty; expected a golden file");
            file.Check(path);
            return file;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new ConformanceException(path, $"is no golden file: {e.Message}", e);
        }
    }

    /// <summary>The file's text, a line for each result, with a line feed at the end of each: the same file gives the same bytes.</summary>
    public string ToJson()
    {
        string whole = JsonSerializer.Serialize(this with { Results = [] }, Format);
        string results = string.Join(",\n", Results.Select(result => JsonSerializer.Serialize(result, Format)));
        return $"{whole[..^2]}\n{results}\n]}}\n";
    }

    private void Check(string path)
    {
        if (Model.Length == 0 || Model != Path.GetFileName(Model))
            throw new ConformanceException(path, $"is for the model \"{Model}\"; expected a file name without folder");
        if (InputBytes < 1)
            throw new ConformanceException(path, $"has inputs of {InputBytes} bytes; expected at least 1");
        if (Results.Count == 0)
            throw new ConformanceException(path, "has no results; expected at least one");
        for (int index = 0; index < Results.Count; index++)
        {
            if ((Results[index] is { } result ? result.Problem : "is null") is { } problem)
                throw new ConformanceException(path, $"$.results[{index}] {problem}");
        }
    }
}
