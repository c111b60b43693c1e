using System.Security.Cryptography;
using Tiny.Bench.Core;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Results.Records;

public sealed class AnswerFileTests : IDisposable
{
    private static readonly SampleAnswer[] Answers =
    [
        new() { File = "a,\"b\".bin", ClassIndex = 3, TopOne = -1, Output = "0123456789abcdef" },
        new() { File = "c.bin", ClassIndex = 1, Score = 10.264468240022095, Output = "fedcba9876543210" },
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Answers_are_a_table_named_by_its_digest()
    {
        string sha256 = AnswerFile.Write(_folder["store"], Answers);
        string file = Assert.Single(Directory.GetFiles(_folder["store"]));
        Assert.Equal($"answers-{sha256}.csv", Path.GetFileName(file));
        Assert.Equal(sha256, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))));
        Assert.Equal(
            "file,class,top1,score,output\n\"a,\"\"b\"\".bin\",3,-1,,0123456789abcdef\nc.bin,1,,10.264468240022095,fedcba9876543210\n", File.ReadAllText(file));
        Assert.Equal(Answers, AnswerFile.Read(_folder["store"], sha256));
    }

    [Fact]
    public void The_same_answers_share_a_file()
    {
        Assert.Equal(AnswerFile.Write(_folder["store"], Answers), AnswerFile.Write(_folder["store"], Answers));
        Assert.Single(Directory.GetFiles(_folder["store"]));
    }

    [Fact]
    public void Changed_answers_are_refused()
    {
        string sha256 = AnswerFile.Write(_folder["store"], Answers), path = AnswerFile.PathOf(_folder["store"], sha256);
        File.WriteAllText(path, File.ReadAllText(path).Replace(",3,", ",4,", StringComparison.Ordinal));
        var error = Assert.Throws<RecordException>(() => AnswerFile.Read(_folder["store"], sha256));
        Assert.Contains(sha256, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("file,class\nx,1\n")]
    [InlineData("file,class,top1,score,output\nx,one,1,,0\n")]
    [InlineData("")]
    [InlineData("\0\0\0")]
    public void What_is_no_table_is_refused(string content)
    {
        byte[] bytes = System.Text.Encoding.UTF8.GetBytes(content);
        string sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        _folder.Write($"answers-{sha256}.csv", bytes);
        Assert.Contains("answers-", Assert.Throws<RecordException>(() => AnswerFile.Read(_folder.Path, sha256)).Where, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void A_record_can_name_no_other_file(string digest) => Assert.Throws<RecordException>(() => AnswerFile.Read(_folder.Path, digest));

    [Fact]
    public void Missing_answers_are_named() =>
        Assert.Throws<MissingFileException>(() => AnswerFile.Read(_folder.Path, new string('a', 64)));
}
