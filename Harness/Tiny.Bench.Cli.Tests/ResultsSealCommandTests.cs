using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Tiny.Bench.Results.Records;
using Tiny.Bench.Testing;
using static Tiny.Bench.Cli.ResultsRecords;

namespace Tiny.Bench.Cli;

public sealed class ResultsSealCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _record;
    private readonly string _log;
    private readonly string _key;

    public ResultsSealCommandTests()
    {
        SampleAnswer answer = new() { File = "a.bin", ClassIndex = 0, TopOne = 0, Output = "0123456789abcdef" };
        RunRecord record = Measured("B", 1000);
        _record = _folder.Write("store", record with
        {
            Quality = record.Quality! with { AnswersSha256 = AnswerFile.Write(_folder["store"], [answer]) },
            Model = new ModelRecord { File = "kws_ref_model.tflite", Sha256 = new string('a', 64) },
            Data = new DataRecord { Name = "official-1000", Official = true, Sha256 = new string('b', 64), Samples = 1000 },
            System = record.System! with { FirmwareSha256 = new string('d', 64) },
        });
        _log = _folder.Write("store/run.log", "m-ready\n");
        _key = _folder["keys/mine.pem"];
        Directory.CreateDirectory(_folder["keys"]);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_sealed_record_passes_the_check()
    {
        CommandLine seal = await SealAsync();
        Assert.Equal((0, RecordSeal.PathOf(_record)), (seal.ExitCode, seal.Output.TrimEnd()));
        Assert.Empty(await FindingsAsync());
        Assert.Empty(await FindingsAsync("--key", _folder["keys/mine.pub.pem"]));
    }

    [Theory]
    [InlineData("\"correct\": 901", "\"correct\": 951", "$.quality.correct")]
    [InlineData("\"sha256\": \"a", "\"sha256\": \"b", "$.model.sha256")]
    [InlineData("\"sha256\": \"b", "\"sha256\": \"c", "$.data.sha256")]
    [InlineData("\"firmwareSha256\": \"d", "\"firmwareSha256\": \"e", "$.system.firmwareSha256")]
    [InlineData("\"seconds\": 12.5", "\"seconds\": 10.5", "$.performance.windows[0].seconds")]
    [InlineData("\"board\": \"B\"", "\"board\": \"C\"", "$.system.board")]
    public async Task A_changed_member_is_named(string text, string other, string field)
    {
        await SealAsync();
        Alter(_record, text, other);
        JsonNode finding = Assert.Single(await FindingsAsync());
        Assert.Equal(field, (string?)finding["field"]);
    }

    [Fact]
    public async Task A_changed_transcript_is_named()
    {
        await SealAsync();
        Alter(_log, "m-ready", "m-reader");
        Assert.Contains("run.log: differs in the 4096 bytes from byte 0", (string?)Assert.Single(await FindingsAsync())["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changed_answers_are_named_though_nobody_gave_them_as_evidence()
    {
        await SealAsync();
        string answers = Directory.GetFiles(_folder["store"], "answers-*")[0];
        Alter(answers, "a.bin,0,0", "a.bin,0,1");
        Assert.Contains(Path.GetFileName(answers), (string?)Assert.Single(await FindingsAsync())["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_seal_of_another_key_is_refused_when_the_key_is_given()
    {
        await SealAsync();
        SealKey.Create(_folder["keys/other.pem"]);
        Assert.Empty(await FindingsAsync());
        Assert.Single(await FindingsAsync("--key", _folder["keys/other.pub.pem"]));
    }

    [Fact]
    public async Task Nothing_is_overwritten()
    {
        await SealAsync();
        string[] files = [_key, _folder["keys/mine.pub.pem"], RecordSeal.PathOf(_record)];
        byte[][] before = [.. files.Select(File.ReadAllBytes)];
        CommandLine again = await SealAsync();
        Assert.Equal(ExitCode.WorldFailed, again.ExitCode);
        Assert.Contains("never overwritten", again.Error, StringComparison.Ordinal);
        Assert.Contains("sealed once", (await CommandLine.RunAsync("results", "seal", _record, "--key", _key)).Error, StringComparison.Ordinal);
        Assert.Equal(before, files.Select(File.ReadAllBytes));
    }

    [Fact]
    public async Task Only_the_owner_reads_the_private_key()
    {
        await SealAsync();
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_key));
        Assert.DoesNotContain("PRIVATE", await File.ReadAllTextAsync(_folder["keys/mine.pub.pem"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_what_is_wrong_with_a_key()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        SealKey.Create(_key);
        (string Path, string Problem)[] keys =
        [
            (_folder["keys/none.pem"], "--new-key makes one"),
            (_folder["keys/mine.pub.pem"], "sealing needs the private one"),
            (_folder.Write("keys/p384.pem", other.ExportPkcs8PrivateKeyPem()), "P-256 key"),
            (_folder.Write("keys/text.pem", "hello"), "P-256 key"),
            (_folder.Write("keys/locked.pem", other.ExportEncryptedPkcs8PrivateKeyPem("x", new PbeParameters(PbeEncryptionAlgorithm.Aes128Cbc, HashAlgorithmName.SHA256, 1))), "unencrypted"),
        ];
        foreach ((string path, string problem) in keys)
        {
            CommandLine run = await CommandLine.RunAsync("results", "seal", _record, "--key", path);
            Assert.NotEqual(0, run.ExitCode);
            Assert.Contains(problem, run.Error, StringComparison.Ordinal);
        }

        Assert.False(File.Exists(RecordSeal.PathOf(_record)));
    }

    [Fact]
    public async Task Evidence_belongs_to_one_record() =>
        Assert.Equal(ExitCode.BadRequest, (await CommandLine.RunAsync("results", "seal", _record, _record, "--key", _key, "--evidence", _log)).ExitCode);

    private static void Alter(string path, string text, string other)
    {
        string before = File.ReadAllText(path);
        int at = before.IndexOf(text, StringComparison.Ordinal);
        Assert.InRange(at, 0, before.Length);
        File.WriteAllText(path, string.Concat(before.AsSpan(0, at), other, before.AsSpan(at + text.Length)));
    }

    private Task<CommandLine> SealAsync() => CommandLine.RunAsync("results", "seal", _record, "--key", _key, "--new-key", "--evidence", _log);

    private async Task<IReadOnlyList<JsonNode>> FindingsAsync(params string[] options)
    {
        CommandLine check = await CommandLine.RunAsync(["results", "check", _folder["store"], "--json", .. options]);
        return [.. check.Json["violations"]!.AsArray().Where(violation => (string?)violation!["rule"] == "TB0171").Select(violation => violation!)];
    }
}
