using System.Text.Json;
using System.Text.Json.Serialization;
using Tiny.Bench.Core;
using Tiny.Bench.Datasets.Lists;

namespace Tiny.Bench.Datasets.Catalog;

/// <summary>Reads one file of the catalogue and checks it; all faults are told together.</summary>
internal static class CatalogFileReader
{
    private const int MostStripped = 8;
    private const long LargestItem = 1L << 40;

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
    };

    /// <summary>Reads a file.</summary>
    /// <exception cref="DatasetException">It is no JSON of the catalogue's form, or a fact in it cannot be.</exception>
    public static CatalogFile Read(string file, ReadOnlySpan<byte> json)
    {
        CatalogFile content;
        try
        {
            content = JsonSerializer.Deserialize<CatalogFile>(json, Format)
                ?? throw new DatasetException(file, "is null; expected an object with title and items");
        }
        catch (JsonException problem)
        {
            throw new DatasetException(file, $"is not a catalogue file: {problem.Message}", problem);
        }

        string[] faults = [.. content.Items.SelectMany(FaultsOf)];
        return faults.Length == 0 ? content : throw new DatasetException(file, string.Join("\n  ", faults));
    }

    private static IEnumerable<string> FaultsOf(CatalogItem? item, int index)
    {
        string path = $"$.items[{index}]";
        if (item is null)
            return [$"{path}: is null; expected an object"];
        var faults = new List<string>();
        Require(IsName(item.Id), "id", item.Id, "letters, digits, dots, hyphens and underscores");
        Require(item.Tasks.Count > 0 && item.Tasks.All(IsName), "tasks", string.Join(", ", item.Tasks), "at least one task id");
        Require(SampleName.IsInside(item.Target), "target", item.Target, "a path without \"..\" or a root");
        Require(item.Url is null || IsSafe(item.Url), "url", item.Url, "an https address; http only on this computer");
        Require(item.Bytes is null or (> 0 and <= LargestItem), "bytes", item.Bytes, $"1 to {LargestItem}, or null");
        Require(IsHash(item.Sha256, 64), "sha256", item.Sha256, "64 lower-case hexadecimal digits, or null");
        Require(IsHash(item.Md5, 32), "md5", item.Md5, "32 lower-case hexadecimal digits, or null");
        Require(item.Archive is null or { Strip: >= 0 and <= MostStripped }, "archive.strip", item.Archive?.Strip, $"0 to {MostStripped}");
        Require(item.Archive is null || Enum.IsDefined(item.Archive.Format), "archive.format", item.Archive?.Format, "tar.gz or zip");
        Require(item.Url is not null || item.List is not null, "url", null, "an address, or a list by which the folder is known");
        Require(item.List is null || item.Url is null || item.Archive is not null, "archive", null, "an archive: an address that gives a folder gives it packed");
        Require(
            item.List is null || (IsHash(item.List.Sha256, 64) && IsHash(item.List.Content, 64) && item.List is { Samples: > 0, BytesEach: > 0 }),
            "list", item.List, "two SHA-256, and samples and bytesEach of at least 1");
        return faults;

        void Require(bool holds, string member, object? given, string expected)
        {
            if (!holds)
                faults.Add($"{path}.{member}: is {given ?? "null"}; expected {expected}");
        }
    }

    private static bool IsName(string text) =>
        text.Length is > 0 and <= 100 && text[0] != '.' && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_');

    private static bool IsHash(string? text, int digits) => text is null || (text.Length == digits && text.All(char.IsAsciiHexDigitLower));

    // Nobody can listen in on, or answer for, an address of this computer.
    private static bool IsSafe(Uri url) =>
        url.IsAbsoluteUri && url.UserInfo.Length == 0 && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));
}
