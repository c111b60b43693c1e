using System.Diagnostics;
using Tiny.Bench.Testing;
using Xunit.Abstractions;

namespace Tiny.Bench.Results.Records;

/// <summary>TINYBENCH_KILLS sets the number of kills: 20 unless told, 200 for the long run.</summary>
public sealed class KilledWriterTests(ITestOutputHelper output) : IDisposable
{
    private const int Windows = 400;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_killed_writer_loses_no_finished_record_and_leaves_no_torn_one()
    {
        int kills = int.TryParse(Environment.GetEnvironmentVariable("TINYBENCH_KILLS"), out int asked) ? asked : 20;
        var random = new Random(20261122);
        byte[] whole = RunRecordJson.Write(RecordWriter.RecordOf(Windows, "killed"));
        int finished = 0, temporaries = 0;
        for (int kill = 0; kill < kills; kill++)
        {
            string folder = _folder[$"{kill}"];
            List<string> printed = await WriteUntilKilled(folder, TimeSpan.FromMicroseconds(random.Next(200_000)));
            string[] left = Directory.GetFiles(folder);
            string[] records = [.. left.Where(path => !TemporaryName.Is(Path.GetFileName(path)))];

            // The last one may be finished and not yet printed.
            Assert.Empty(printed.Except(records, StringComparer.Ordinal));
            Assert.InRange(records.Length, printed.Count, printed.Count + 1);
            Assert.All(records, path => Assert.Equal(whole, File.ReadAllBytes(path)));
            Assert.InRange(left.Length - records.Length, 0, 1);
            StoreContents contents = new RecordStore(folder).Read();
            Assert.Empty(contents.Problems);
            Assert.Equal(records.Length, contents.Records.Count);
            finished += records.Length;
            temporaries += left.Length - records.Length;
            Directory.Delete(folder, recursive: true);
        }

        output.WriteLine($"{kills} kills: {finished} records whole, {temporaries} temporaries left, 0 torn");
    }

    [Fact]
    public async Task Eight_processes_writing_one_name_lose_no_record()
    {
        const int Count = 25;
        Process[] writers = [.. Enumerable.Range(0, 8).Select(index => RecordWriter.Start(_folder.Path, Count, 2, $"writer {index}"))];
        string[] printed = await Task.WhenAll(writers.Select(writer => writer.StandardOutput.ReadToEndAsync()));
        foreach (Process writer in writers)
        {
            await writer.WaitForExitAsync();
            Assert.Equal(0, writer.ExitCode);
            writer.Dispose();
        }

        StoreContents contents = new RecordStore(_folder.Path).Read();
        Assert.Equal(8 * Count, printed.SelectMany(text => text.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(contents.Problems);
        Assert.All(
            contents.Records.GroupBy(stored => stored.Record.Target, StringComparer.Ordinal),
            group => Assert.Equal(Count, group.Count()));
        Assert.Equal(8 * Count, contents.Records.Count);
        Assert.Equal(8 * Count, Directory.GetFileSystemEntries(_folder.Path).Length);
    }

    // The clock starts at the first record: before that a process only loads.
    private static async Task<List<string>> WriteUntilKilled(string folder, TimeSpan life)
    {
        using Process writer = RecordWriter.Start(folder, int.MaxValue, Windows, "killed");
        try
        {
            string? first = await writer.StandardOutput.ReadLineAsync();
            Assert.NotNull(first);
            await Task.Delay(life);
            writer.Kill();
            string rest = await writer.StandardOutput.ReadToEndAsync();
            await writer.WaitForExitAsync();

            // A line that was cut promises nothing.
            string[] lines = rest.Split('\n');
            return [first, .. lines[..^1]];
        }
        finally
        {
            if (!writer.HasExited)
                writer.Kill();
        }
    }
}
