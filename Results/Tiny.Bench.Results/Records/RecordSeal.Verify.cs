using System.Security.Cryptography;
using System.Text;
using Tiny.Bench.Core;

namespace Tiny.Bench.Results.Records;

public static partial class RecordSeal
{
    private const int ExcerptLength = 60;

    /// <summary>Compares a record and its evidence with the record's seal.</summary>
    /// <param name="recordPath">The record's file.</param>
    /// <param name="publicKey">The key that must have signed; null takes the key that the seal names, which shows damage but no author.</param>
    /// <returns>The verdict; of several changes the first, the record before its evidence.</returns>
    /// <exception cref="MissingFileException">There is no such record.</exception>
    public static SealVerification Verify(string recordPath, ECDsa? publicKey)
    {
        string record = Path.GetFullPath(recordPath), path = PathOf(record), name = Path.GetFileName(path);
        if (!File.Exists(record))
            throw new MissingFileException($"run record {recordPath}", [record], "Records are written by tinybench run --out DIR.");
        if (!File.Exists(path))
            return new SealVerification { State = SealState.NotSealed, Text = $"{Path.GetFileName(record)} has no seal {name}." };

        SealDocument seal;
        try
        {
            seal = SealDocument.Read(name, RunRecordStore.ReadBytes(path));
        }
        catch (RecordException problem)
        {
            return Broken(name, problem.Message);
        }

        SealVerification signature = VerifySignature(seal, name, publicKey);
        if (signature.State != SealState.Intact)
            return signature;
        SealVerification? change = FirstChange(seal, record);
        return change is null ? signature : change with { KeyId = signature.KeyId, KeyGiven = signature.KeyGiven };
    }

    private static SealVerification VerifySignature(SealDocument seal, string name, ECDsa? given)
    {
        List<SealedPart> chain = SealDocument.Chain(seal.PublicKey, seal.Parts);
        int broken = Enumerable.Range(0, chain.Count).FirstOrDefault(index => chain[index].Link != seal.Parts[index].Link, -1);
        if (broken >= 0)
            return Broken(name, $"{name} at $.parts[{broken}] ({seal.Parts[broken].Name}): does not fit its link; the seal was changed.");

        using ECDsa named = ECDsa.Create();
        byte[] key, signed;
        try
        {
            key = Convert.FromBase64String(seal.PublicKey);
            signed = Convert.FromBase64String(seal.Signature);
            named.ImportSubjectPublicKeyInfo(key, out _);
        }
        catch (Exception problem) when (problem is FormatException or CryptographicException)
        {
            return Broken(name, $"{name}: the key or the signature is unreadable: {problem.Message}");
        }

        string keyId = Convert.ToHexStringLower(SHA256.HashData(key));
        var intact = new SealVerification { State = SealState.Intact, Text = $"As sealed; signed by key {keyId}.", KeyId = keyId, KeyGiven = given is not null };
        if (given is not null && !given.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(key))
            return intact with { State = SealState.OtherKey, Text = $"{name} is signed by key {keyId}, not by the given one.", File = name };
        return (given ?? named).VerifyData(Convert.FromHexString(chain[^1].Link!), signed, HashAlgorithmName.SHA256)
            ? intact
            : Broken(name, $"{name} at $.signature: does not fit the chain; the seal was changed.") with { KeyId = keyId, KeyGiven = given is not null };
    }

    private static SealVerification? FirstChange(SealDocument seal, string record)
    {
        if (seal.Parts[0].Name != Path.GetFileName(record))
            return Altered(Path.GetFileName(record), $"the seal is for {seal.Parts[0].Name}");
        SealVerification? change = RecordChange(seal.Parts[0], RunRecordStore.ReadBytes(record));
        return change ?? seal.Parts.Where(part => part.Role == SealRole.Evidence)
            .Select(part => EvidenceChange(part, Path.GetDirectoryName(record)!))
            .FirstOrDefault(found => found is not null);
    }

    private static SealVerification? RecordChange(SealedPart part, ReadOnlySpan<byte> found)
    {
        ReadOnlySpan<byte> expected = Encoding.UTF8.GetBytes(string.Join('\n', part.Lines!));
        int offset = expected.CommonPrefixLength(found);
        if (offset == expected.Length && offset == found.Length)
            return null;

        int line = expected[..offset].Count((byte)'\n') + 1;
        string path = JsonPlace.PathAt(expected, offset);
        string text = $"byte {offset}, line {line}, {path}: sealed {Excerpt(expected, offset)}, found {Excerpt(found, offset)}";
        return Altered(part.Name, text) with { ByteOffset = offset, Line = line, JsonPath = path };
    }

    private static SealVerification? EvidenceChange(SealedPart part, string folder)
    {
        string path = Path.Combine(folder, part.Name);
        if (!IsBelow(part.Name) || part is not { Blocks: not null, BlockBytes: > 0 and <= 1 << 30 })
            return Altered(part.Name, "the seal names no file below the record, or no blocks of it");
        if (!File.Exists(path))
            return Altered(part.Name, "is missing");

        using FileStream stream = File.OpenRead(path);
        (string sha256, List<string> blocks, long bytes) = HashBlocks(stream, part.BlockBytes.Value);
        if (sha256 == part.Sha256)
            return null;
        int block = part.Blocks.Zip(blocks).TakeWhile(pair => pair.First == pair.Second).Count();
        long offset = Math.Min((long)block * part.BlockBytes.Value, bytes);
        return Altered(part.Name, $"differs in the {part.BlockBytes} bytes from byte {offset}; sealed with {part.Bytes} bytes, found {bytes}") with { ByteOffset = offset };
    }

    // The line that holds the byte, cut to what a terminal takes: it comes from a file that somebody changed.
    private static string Excerpt(ReadOnlySpan<byte> text, int offset)
    {
        if (offset >= text.Length)
            return "the end of the file";
        int start = text[..offset].LastIndexOf((byte)'\n') + 1;
        int length = text[start..].IndexOf((byte)'\n');
        ReadOnlySpan<byte> line = length < 0 ? text[start..] : text.Slice(start, length);
        int first = Math.Max(0, offset - start - ExcerptLength);
        string excerpt = Encoding.UTF8.GetString(line[first..Math.Min(line.Length, first + (2 * ExcerptLength))]).Trim();
        return $"`{string.Concat(excerpt.Select(letter => char.IsControl(letter) ? '?' : letter))}`";
    }

    private static SealVerification Altered(string file, string text) => new() { State = SealState.Altered, Text = $"{file}: {text}", File = file };

    private static SealVerification Broken(string file, string text) => new() { State = SealState.BrokenSeal, Text = text, File = file };
}
