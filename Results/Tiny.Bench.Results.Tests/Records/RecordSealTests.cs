using System.Security.Cryptography;
using System.Text;
using Tiny.Bench.Core;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Results.Records;

public sealed class RecordSealTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly string _record;
    private readonly string _log;
    private readonly string _seal;

    public RecordSealTests()
    {
        _record = RunRecordStore.Write(_folder.Path, SampleRecords.Full with { System = new SystemRecord { FirmwareSha256 = new string('a', 64) } });
        _log = _folder.Write("logs/run.log", [.. Enumerable.Range(0, 10_000).Select(index => (byte)(index % 251))]);
        _seal = RecordSeal.Seal(_record, _key, [_log]);
    }

    public void Dispose()
    {
        _key.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_record_that_nobody_touched_is_intact()
    {
        Assert.Equal(_folder["kws01-accuracy-20260102T030405Z.seal.json"], _seal);
        SealVerification verdict = RecordSeal.Verify(_record, _key);
        Assert.Equal((SealState.Intact, null, true), (verdict.State, verdict.File, verdict.KeyGiven));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(_key.ExportSubjectPublicKeyInfo())), verdict.KeyId);
    }

    [Fact]
    public void Without_a_key_the_seal_names_its_own_and_the_verdict_says_so()
    {
        SealVerification verdict = RecordSeal.Verify(_record, publicKey: null);
        Assert.Equal((SealState.Intact, false), (verdict.State, verdict.KeyGiven));
    }

    [Fact]
    public void The_public_part_of_the_key_is_enough()
    {
        using var published = ECDsa.Create();
        published.ImportFromPem(_key.ExportSubjectPublicKeyInfoPem());
        Assert.Equal(SealState.Intact, RecordSeal.Verify(_record, published).State);
    }

    [Fact]
    public void Every_altered_byte_of_the_record_is_named()
    {
        byte[] whole = File.ReadAllBytes(_record);
        int line = 1;
        for (int index = 0; index < whole.Length; index++)
        {
            byte[] altered = [.. whole];
            altered[index] ^= 1;
            File.WriteAllBytes(_record, altered);
            SealVerification verdict = RecordSeal.Verify(_record, _key);
            Assert.Equal((SealState.Altered, (long?)index, (int?)line), (verdict.State, verdict.ByteOffset, verdict.Line));
            if (whole[index] == '\n')
                line++;
        }
    }

    [Theory]
    [InlineData("\"correct\": 902", "\"correct\": 950", "$.quality.correct", "sealed `\"correct\": 902,`, found `\"correct\": 950,`")]
    [InlineData("\"kws01\"", "\"vww01\"", "$.task", "sealed `\"task\": \"kws01\",`")]
    [InlineData("\"seconds\": 10.0000001", "\"seconds\": 12.0000001", "$.performance.windows[1].seconds", "found `\"seconds\": 12.0000001,`")]
    [InlineData("\"dirty\": true", "\"dirtx\": true", "$.git.dirty", "line ")]
    [InlineData("  \"dialect\": \"float32\",\n", "", "$.dialect", "sealed `\"dialect\": \"float32\",`")]
    public void The_altered_member_is_named_with_what_stood_there(string part, string replacement, string path, string text)
    {
        string whole = File.ReadAllText(_record);
        Assert.Contains(part, whole, StringComparison.Ordinal);
        File.WriteAllText(_record, whole.Replace(part, replacement, StringComparison.Ordinal));
        SealVerification verdict = RecordSeal.Verify(_record, _key);
        Assert.Equal((SealState.Altered, Path.GetFileName(_record), path), (verdict.State, verdict.File, verdict.JsonPath));
        Assert.Contains(text, verdict.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void A_record_that_is_cut_or_goes_on_is_altered_at_its_end(int change)
    {
        byte[] whole = File.ReadAllBytes(_record);
        File.WriteAllBytes(_record, change < 0 ? whole[..^1] : [.. whole, (byte)' ']);
        SealVerification verdict = RecordSeal.Verify(_record, _key);
        Assert.Equal((SealState.Altered, (long?)(whole.Length + Math.Min(change, 0))), (verdict.State, verdict.ByteOffset));
        Assert.Contains("the end of the file", verdict.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(4095, 0)]
    [InlineData(4096, 4096)]
    [InlineData(9999, 8192)]
    public void An_altered_block_of_evidence_is_named(int index, long block)
    {
        byte[] log = File.ReadAllBytes(_log);
        log[index]++;
        File.WriteAllBytes(_log, log);
        SealVerification verdict = RecordSeal.Verify(_record, _key);
        Assert.Equal((SealState.Altered, "logs/run.log", (long?)block), (verdict.State, verdict.File, verdict.ByteOffset));
    }

    [Fact]
    public void Evidence_that_is_cut_is_altered_where_it_ends()
    {
        File.WriteAllBytes(_log, File.ReadAllBytes(_log)[..8192]);
        Assert.Equal((SealState.Altered, (long?)8192), (RecordSeal.Verify(_record, _key).State, RecordSeal.Verify(_record, _key).ByteOffset));
        File.WriteAllBytes(_log, []);
        Assert.Equal((SealState.Altered, (long?)0), (RecordSeal.Verify(_record, _key).State, RecordSeal.Verify(_record, _key).ByteOffset));
    }

    [Fact]
    public void Evidence_that_is_gone_is_missed()
    {
        File.Delete(_log);
        SealVerification verdict = RecordSeal.Verify(_record, _key);
        Assert.Equal((SealState.Altered, "logs/run.log: is missing"), (verdict.State, verdict.Text));
    }

    [Fact]
    public void A_seal_changed_together_with_its_record_is_broken()
    {
        foreach (string path in new[] { _record, _seal })
            File.WriteAllText(path, File.ReadAllText(path).Replace("902", "950", StringComparison.Ordinal));
        SealVerification verdict = RecordSeal.Verify(_record, _key);
        Assert.Equal(SealState.BrokenSeal, verdict.State);
        Assert.Contains("$.parts[0]", verdict.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("firmware", "firmwara", "$.parts[4]")]
    [InlineData("aeea436800704fce", "beea436800704fce", "$.parts[0]")]
    [InlineData("\"bytes\": 10000", "\"bytes\": 10001", "$.parts[1]")]
    public void A_changed_digest_or_name_breaks_the_chain_where_it_stands(string part, string replacement, string where)
    {
        string seal = File.ReadAllText(_seal);
        Assert.Contains(part, seal, StringComparison.Ordinal);
        File.WriteAllText(_seal, seal.Replace($"\"name\": \"{part}", $"\"name\": \"{replacement}", StringComparison.Ordinal).Replace(part, replacement, StringComparison.Ordinal));
        SealVerification verdict = RecordSeal.Verify(_record, _key);
        Assert.Equal(SealState.BrokenSeal, verdict.State);
        Assert.Contains(where, verdict.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(3, 2)]
    public void A_part_cannot_be_left_out_or_moved(int part, int place)
    {
        SealDocument seal = SealDocument.Read("s", File.ReadAllBytes(_seal));
        List<SealedPart> parts = [.. seal.Parts];
        parts.RemoveAt(part);
        if (part > place)
            parts.Insert(place, seal.Parts[part]);
        File.WriteAllBytes(_seal, (seal with { Parts = parts }).Write());
        SealVerification verdict = RecordSeal.Verify(_record, _key);
        Assert.Equal(SealState.BrokenSeal, verdict.State);
        Assert.Contains($"$.parts[{Math.Min(part, place)}]", verdict.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chain_made_again_without_the_key_does_not_fit_the_signature()
    {
        SealDocument seal = SealDocument.Read("s", File.ReadAllBytes(_seal));
        List<SealedPart> shorter = SealDocument.Chain(seal.PublicKey, seal.Parts.Where(part => part.Role != SealRole.Evidence));
        File.WriteAllBytes(_seal, (seal with { Parts = shorter }).Write());
        SealVerification verdict = RecordSeal.Verify(_record, publicKey: null);
        Assert.Equal(SealState.BrokenSeal, verdict.State);
        Assert.Contains("$.signature", verdict.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_seal_by_somebody_else_is_told_from_a_broken_one()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        File.Delete(_seal);
        RecordSeal.Seal(_record, other, [_log]);
        Assert.Equal(SealState.OtherKey, RecordSeal.Verify(_record, _key).State);
        Assert.Equal(SealState.Intact, RecordSeal.Verify(_record, publicKey: null).State);
    }

    [Fact]
    public void The_seal_of_another_record_does_not_fit()
    {
        string copy = _folder["copy.json"];
        File.Copy(_record, copy);
        File.Copy(_seal, RecordSeal.PathOf(copy));
        SealVerification verdict = RecordSeal.Verify(copy, _key);
        Assert.Equal((SealState.Altered, "copy.json: the seal is for kws01-accuracy-20260102T030405Z.json"), (verdict.State, verdict.Text));
    }

    [Fact]
    public void A_record_without_a_seal_is_not_sealed()
    {
        File.Delete(_seal);
        Assert.Equal(SealState.NotSealed, RecordSeal.Verify(_record, _key).State);
        Assert.Throws<MissingFileException>(() => RecordSeal.Verify(_folder["none.json"], _key));
    }

    [Fact]
    public void A_record_is_sealed_once() => Assert.Throws<RecordException>(() => RecordSeal.Seal(_record, _key));

    [Fact]
    public void Evidence_from_elsewhere_is_refused()
    {
        File.Delete(_seal);
        Assert.Throws<RecordException>(() => RecordSeal.Seal(_record, _key, [Path.Combine(_folder.Path, "..", "run.log")]));
        Assert.Throws<MissingFileException>(() => RecordSeal.Seal(_record, _key, [_folder["no.log"]]));
        Assert.False(File.Exists(_seal));
    }

    [Fact]
    public void A_key_on_another_curve_is_refused()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Assert.Throws<ArgumentException>(() => RecordSeal.Seal(_record, key));
    }

    [Fact]
    public void A_file_that_is_no_record_cannot_be_sealed() =>
        Assert.Throws<RecordException>(() => RecordSeal.Seal(_folder.Write("x.json", "{}"), _key));

    [Fact]
    public void Any_bytes_for_a_seal_end_in_a_verdict()
    {
        byte[] whole = File.ReadAllBytes(_seal);
        var random = new Random(11);
        for (int round = 0; round < 500; round++)
        {
            byte[] bytes = round % 3 == 0 ? whole[..random.Next(whole.Length)] : [.. whole];
            for (int change = random.Next(1, 4); change > 0 && bytes.Length > 0; change--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            File.WriteAllBytes(_seal, bytes);
            SealVerification verdict = RecordSeal.Verify(_record, publicKey: null);
            Assert.True(verdict.State is SealState.BrokenSeal || bytes.AsSpan().CommonPrefixLength(whole) == whole.Length || SameSeal(bytes, whole), verdict.Text);
        }
    }

    // A change between the members, such as a blank for an indent, leaves the seal what it is.
    private static bool SameSeal(byte[] left, byte[] right) =>
        SealDocument.Read("l", left).Write().AsSpan().SequenceEqual(SealDocument.Read("r", right).Write());

    [Theory]
    [InlineData("{\"a\": [1, {\"b\": 22}]}", 15, "$.a[1].b")]
    [InlineData("{\"a\": [1, {\"b\": 22}]}", 7, "$.a[0]")]
    [InlineData("{\"a\": [1, {\"b\": 22}]}", 0, "$")]
    [InlineData("{\"a\": [1, {\"b\": 22}]}", 20, "$")]
    [InlineData("{\"a\": [1, {\"b\"", 30, "$")]
    public void A_place_in_a_text_has_a_path(string json, int offset, string path) =>
        Assert.Equal(path, JsonPlace.PathAt(Encoding.UTF8.GetBytes(json), offset));
}
