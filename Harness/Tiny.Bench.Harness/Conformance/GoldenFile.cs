using System.Text.Json;

namespace Tiny.Bench.Harness.Conformance;

/// <summary>Outputs and per-operator checksums of one model, as another implementation computed them.</summary>
/// <remarks>The format is that of the files made with TFLM: see Harness/docs/golden.md.</remarks>
public sealed record GoldenFile
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
    };

    /// <summary>File name of the model.</summary>
    public required string Model { get; init; }

    /// <summary>SHA-256 of the model's bytes, hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Bytes of one input.</summary>
    public required int InputBytes { get; init; }

    /// <summary>Where the inputs come from: <c>generator</c>, <c>generator soft</c>, or a named set of real inputs.</summary>
    public required string Source { get; init; }

    /// <summary>One entry per input.</summary>
    public required IReadOnlyList<GoldenResult> Results { get; init; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="ConformanceException">It is not such a file; says where.</exception>
    public static GoldenFile Read(string path)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            return JsonSerializer.Deserialize<GoldenFile>(stream, Format) ?? throw new ConformanceException(path, "is empty; expected a golden file");
        }
        catch (JsonException e)
        {
            throw new ConformanceException(path, $"is no golden file: {e.Message}", e);
        }
    }
}
