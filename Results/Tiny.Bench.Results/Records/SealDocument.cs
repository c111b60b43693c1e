using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tiny.Bench.Results.Records;

/// <summary>The file of a seal.</summary>
internal sealed record SealDocument
{
    /// <summary>The form that this program writes, and the only one it reads.</summary>
    public const int CurrentSchema = 1;

    private static readonly JsonSerializerOptions Compact = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonSerializerOptions Indented = new(Compact) { WriteIndented = true, NewLine = "\n" };

    /// <summary>Form of the seal.</summary>
    public required int Schema { get; init; }

    /// <summary>The signer's public key: SubjectPublicKeyInfo in Base64.</summary>
    public required string PublicKey { get; init; }

    /// <summary>The chain: the record first, then its evidence, then the digests.</summary>
    public required IReadOnlyList<SealedPart> Parts { get; init; }

    /// <summary>ECDSA P-256 with SHA-256 over the last link's 32 bytes: r and s in Base64 (IEEE P1363).</summary>
    public required string Signature { get; init; }

    /// <summary>The parts with their links.</summary>
    public static List<SealedPart> Chain(string publicKey, IEnumerable<SealedPart> parts)
    {
        var chain = new List<SealedPart>();
        string link = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"Tiny.Bench seal {CurrentSchema}\n{publicKey}\n")));
        foreach (SealedPart part in parts)
        {
            SealedPart bare = part with { Link = null };
            link = Convert.ToHexStringLower(SHA256.HashData([.. Convert.FromHexString(link), .. JsonSerializer.SerializeToUtf8Bytes(bare, Compact)]));
            chain.Add(bare with { Link = link });
        }

        return chain;
    }

    /// <summary>The bytes of the file.</summary>
    public byte[] Write() => [.. JsonSerializer.SerializeToUtf8Bytes(this, Indented), (byte)'\n'];

    /// <summary>Reads the file.</summary>
    /// <exception cref="RecordException">It is no seal of this form.</exception>
    public static SealDocument Read(string where, ReadOnlySpan<byte> bytes)
    {
        try
        {
            SealDocument seal = JsonSerializer.Deserialize<SealDocument>(bytes, Compact) ?? throw new JsonException("It is null.");
            if (seal.Schema != CurrentSchema)
                throw new RecordException($"{where} at $.schema", $"is {seal.Schema}; expected {CurrentSchema}");
            if (seal.Parts.Any(part => part is null) || seal.Parts is not [{ Role: SealRole.Record, Lines: not null }, ..])
                throw new RecordException($"{where} at $.parts[0]", "is not the record with its lines, or a part is null");
            return seal;
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            throw new RecordException(where, $"is no seal: {problem.Message}", problem);
        }
    }
}
