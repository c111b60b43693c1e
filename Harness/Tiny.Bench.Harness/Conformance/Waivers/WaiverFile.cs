using System.Text.Json;

namespace Tiny.Bench.Harness.Conformance.Waivers;

/// <summary>Reads waivers: a JSON list of objects with <c>case</c>, <c>reason</c>, <c>link</c> and <c>expires</c> (year-month-day).</summary>
public static class WaiverFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
        PropertyNameCaseInsensitive = false,
    };

    /// <summary>Reads a file.</summary>
    /// <exception cref="WaiverException">It is missing or malformed; the member is named.</exception>
    public static IReadOnlyList<Waiver> Load(string path)
    {
        try
        {
            return Read(Path.GetFileName(path), File.ReadAllBytes(path));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new WaiverException(path, $"cannot be read: {problem.Message}", problem);
        }
    }

    /// <summary>Reads a text.</summary>
    /// <param name="where">Name of the file for errors.</param>
    /// <param name="json">Its content.</param>
    /// <exception cref="WaiverException">It is malformed.</exception>
    public static IReadOnlyList<Waiver> Read(string where, ReadOnlySpan<byte> json)
    {
        try
        {
            Waiver?[] waivers = JsonSerializer.Deserialize<Waiver?[]>(json, Options)
                ?? throw new WaiverException(where, "is null; expected a list of waivers");
            return [.. waivers.Select((waiver, index) => Require(where, waiver, index))];
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            throw new WaiverException($"{where} at {(problem as JsonException)?.Path ?? "$"}", $"is no list of waivers: {problem.Message}", problem);
        }
    }

    private static Waiver Require(string where, Waiver? waiver, int index)
    {
        string? problem = waiver switch
        {
            null => "is null; expected a waiver",
            { Case.Length: 0 } => "has an empty case; expected an id or a pattern",
            { Reason: var reason } when string.IsNullOrWhiteSpace(reason) => "has no reason; expected why the failure is lived with",
            { Link.IsAbsoluteUri: false } => $"has the link {waiver.Link}; expected an absolute address",
            _ => null,
        };
        return problem is null ? waiver! : throw new WaiverException(FormattableString.Invariant($"{where} at $[{index}]"), problem);
    }
}
