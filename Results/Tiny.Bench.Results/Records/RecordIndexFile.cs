using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tiny.Bench.Results.Records;

/// <summary>The file <c>index.jsonl</c> at a store's root: the SHA-256 of what follows, then one JSON object a line for each record.</summary>
/// <remarks>A notebook of what was read, and no source: where its hash does not fit, it is torn or was touched, and counts as not there.</remarks>
internal static class RecordIndexFile
{
    /// <summary>Name of the file.</summary>
    public const string Name = "index.jsonl";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The entries by name; none when there is no index or it is damaged.</summary>
    public static Dictionary<string, RecordIndexEntry> Read(string root)
    {
        try
        {
            ReadOnlySpan<byte> content = File.ReadAllBytes(Path.Combine(root, Name));
            int end = content.IndexOf((byte)'\n');
            return end < 0 || !content[..end].SequenceEqual(HashOf(content[(end + 1)..])) ? [] : EntriesOf(content[(end + 1)..]);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            return [];
        }
    }

    /// <summary>Replaces the index as a whole. Where the store cannot be written there is no index, and the records are read each time.</summary>
    public static void Write(string root, IEnumerable<RecordIndexEntry> entries)
    {
        var body = new MemoryStream();
        foreach (RecordIndexEntry entry in entries)
        {
            JsonSerializer.Serialize(body, entry, Options);
            body.WriteByte((byte)'\n');
        }

        string path = Path.Combine(root, Name);
        string temporary = TemporaryName.For($"{path}.{Guid.NewGuid():N}");
        try
        {
            ReadOnlySpan<byte> lines = body.GetBuffer().AsSpan(0, (int)body.Length);
            using (FileStream stream = RunRecordStore.CreateFile(temporary))
            {
                stream.Write(HashOf(lines));
                stream.WriteByte((byte)'\n');
                stream.Write(lines);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            RunRecordStore.RemoveQuietly(temporary);
        }
    }

    private static byte[] HashOf(ReadOnlySpan<byte> lines) => Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(lines)));

    private static Dictionary<string, RecordIndexEntry> EntriesOf(ReadOnlySpan<byte> lines)
    {
        var entries = new Dictionary<string, RecordIndexEntry>(StringComparer.Ordinal);
        while (lines.IndexOf((byte)'\n') is var end and >= 0)
        {
            RecordIndexEntry? entry = JsonSerializer.Deserialize<RecordIndexEntry>(lines[..end], Options);
            entries[entry!.Name] = entry;
            lines = lines[(end + 1)..];
        }

        return entries;
    }
}
