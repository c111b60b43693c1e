using System.Security.Cryptography;
using System.Text;
using Tiny.Bench.Core;

namespace Tiny.Bench.Results.Records;

/// <summary>Seals: a signed chain over a record's bytes, its evidence and the digests of model, data and firmware, in a file beside the record.</summary>
/// <remarks>ECDSA on P-256, which every platform's framework has; Ed25519 is not in it. The private key is the caller's and is never stored.</remarks>
public static partial class RecordSeal
{
    /// <summary>What a seal's name ends in: the seal of <c>a.json</c> is <c>a.seal.json</c>.</summary>
    public const string Extension = ".seal.json";

    // Blocks of evidence: small enough to name a place, and at most so many that the seal of a large trace stays small.
    private const int SmallestBlock = 4096;
    private const int MostBlocks = 4096;

    private const string P256 = "1.2.840.10045.3.1.7";

    /// <summary>Path of a record's seal.</summary>
    public static string PathOf(string recordPath) => Path.ChangeExtension(recordPath, null) + Extension;

    /// <summary>Seals a record that has no seal.</summary>
    /// <param name="recordPath">The record's file.</param>
    /// <param name="key">A P-256 key with its private part.</param>
    /// <param name="evidence">Transcripts, logs and traces that belong to the record; each in its folder or below. Its answers are sealed unasked.</param>
    /// <returns>Path of the seal.</returns>
    /// <exception cref="MissingFileException">The record or a piece of evidence is not there.</exception>
    /// <exception cref="RecordException">The file is no record, it has a seal, evidence lies elsewhere, or the seal cannot be written.</exception>
    public static string Seal(string recordPath, ECDsa key, IReadOnlyList<string>? evidence = null)
    {
        RequireCurve(key);
        string record = Path.GetFullPath(recordPath), path = PathOf(record);
        List<SealedPart> parts = PartsOf(record, evidence ?? []);
        string publicKey = Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());
        List<SealedPart> chain = SealDocument.Chain(publicKey, parts);
        var seal = new SealDocument
        {
            Schema = SealDocument.CurrentSchema,
            PublicKey = publicKey,
            Parts = chain,
            Signature = Convert.ToBase64String(key.SignData(Convert.FromHexString(chain[^1].Link!), HashAlgorithmName.SHA256)),
        };
        try
        {
            return RunRecordStore.TryWrite(path, seal.Write(), RunRecordStore.CreateFile)
                ? path
                : throw new RecordException(path, "is there already; a record is sealed once");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new RecordException(path, $"cannot be written: {problem.Message}", problem);
        }
    }

    internal static void RequireCurve(ECDsa key)
    {
        if (key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value != P256)
            throw new ArgumentException("The key is not on the curve P-256.", nameof(key));
    }

    private static List<SealedPart> PartsOf(string record, IReadOnlyList<string> evidence)
    {
        RunRecord content = RunRecordStore.Read(record);
        string folder = Path.GetDirectoryName(record)!;
        List<SealedPart> parts = [RecordPart(Path.GetFileName(record), File.ReadAllBytes(record))];
        IEnumerable<string> answers = content.Quality?.AnswersSha256 is { } digest ? [AnswerFile.PathOf(folder, digest)] : [];
        foreach (string file in evidence.Concat(answers.Where(File.Exists)).DistinctBy(Path.GetFullPath, StringComparer.Ordinal))
            parts.Add(EvidencePart(folder, Path.GetFullPath(file)));
        if (content.Model is { } model)
            parts.Add(new SealedPart { Role = SealRole.Model, Name = model.File, Sha256 = model.Sha256 });
        if (content.Data is { } data)
            parts.Add(new SealedPart { Role = SealRole.Data, Name = data.Name, Sha256 = data.Sha256 });
        if (content.System?.FirmwareSha256 is { } firmware)
            parts.Add(new SealedPart { Role = SealRole.Firmware, Name = "firmware", Sha256 = firmware });
        return parts;
    }

    private static SealedPart RecordPart(string name, byte[] content) => new()
    {
        Role = SealRole.Record,
        Name = name,
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)),
        Bytes = content.Length,
        Lines = Encoding.UTF8.GetString(content).Split('\n'),
    };

    private static SealedPart EvidencePart(string folder, string path)
    {
        string name = Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');
        if (!IsBelow(name))
            throw new RecordException(path, $"does not lie below the record's folder {folder}; its seal would not find it again");
        if (!File.Exists(path))
            throw new MissingFileException($"evidence {name}", [path], "Give files that lie beside the record.");
        using FileStream stream = File.OpenRead(path);
        int block = (int)Math.Min(1 << 30, Math.Max(SmallestBlock, (stream.Length / MostBlocks) + 1));
        (string sha256, List<string> blocks, long bytes) = HashBlocks(stream, block);
        return new SealedPart { Role = SealRole.Evidence, Name = name, Sha256 = sha256, Bytes = bytes, BlockBytes = block, Blocks = blocks };
    }

    private static bool IsBelow(string name) =>
        !Path.IsPathRooted(name) && !name.Contains('\\', StringComparison.Ordinal) && !name.Split('/').Any(step => step is "" or "." or "..");

    private static (string Sha256, List<string> Blocks, long Bytes) HashBlocks(Stream stream, int blockBytes)
    {
        using var whole = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var blocks = new List<string>();

        // A file of one short block needs no more, whatever a seal from elsewhere asks for.
        byte[] buffer = new byte[Math.Min(blockBytes, stream.Length)];
        long bytes = 0;
        while (stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) is var read and > 0)
        {
            whole.AppendData(buffer, 0, read);
            blocks.Add(Convert.ToHexStringLower(SHA256.HashData(buffer.AsSpan(0, read))));
            bytes += read;
        }

        return (Convert.ToHexStringLower(whole.GetHashAndReset()), blocks, bytes);
    }
}
