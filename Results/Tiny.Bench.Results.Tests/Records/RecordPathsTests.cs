using System.Security.Cryptography;
using Tiny.Bench.Core;
using Tiny.Bench.Results.Import;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Results.Records;

public sealed class RecordPathsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_names_records_below_it()
    {
        RunRecordStore.Write(_folder["sub"], SampleRecords.Full);
        StoreContents content = RecordPaths.Read([_folder.Path]);
        Assert.Equal("sub/kws01-accuracy-20260102T030405Z.json", Assert.Single(content.Records).Name);
    }

    [Fact]
    public void A_record_that_two_paths_hold_is_read_once()
    {
        string file = RunRecordStore.Write(_folder["sub"], SampleRecords.Full);
        StoreContents content = RecordPaths.Read([_folder.Path, _folder["sub"] + "/", file]);
        Assert.Equal(file, Assert.Single(content.Records).Name);
    }

    [Fact]
    public void What_cannot_be_read_is_listed_and_the_rest_is_there()
    {
        RunRecordStore.Write(_folder.Path, SampleRecords.Full);
        string torn = _folder.Write("torn.json", "{");
        StoreContents content = RecordPaths.Read([_folder.Path]);
        Assert.Single(content.Records);
        Assert.Equal("torn.json", Assert.Single(content.Problems).Name);
        Assert.Equal(torn, Assert.Single(RecordPaths.Read([torn]).Problems).Name);
    }

    [Fact]
    public void A_seal_and_answers_are_no_records_to_any_reader()
    {
        string file = RunRecordStore.Write(_folder.Path, SampleRecords.Full);
        AnswerFile.Write(_folder.Path, [new SampleAnswer { File = "a.bin", ClassIndex = 0, TopOne = 0, Output = "0" }]);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        RecordSeal.Seal(file, key);
        StoreContents content = RecordPaths.Read([_folder.Path]);
        Assert.Equal((1, 0), (content.Records.Count, content.Problems.Count));
        ImportResult listed = RecordSource.Read(_folder.Path, round: null);
        Assert.Equal((1, 0), (listed.Records.Count, listed.Problems.Count));
    }

    [Fact]
    public void A_path_that_is_not_there_is_told()
    {
        var error = Assert.Throws<MissingFileException>(() => RecordPaths.Read([_folder["none"]]));
        Assert.Contains("none", error.Message, StringComparison.Ordinal);
    }
}
