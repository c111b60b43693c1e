using System.Text;
using Tiny.Bench.Results.Records;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Results.Import;

/// <summary>Real files, damaged: whatever stands in them, the importer ends with records and problems.</summary>
public sealed class MutationTests
{
    private const int LongestFile = 60_000;
    private const int Mutations = 2;

    private static readonly string[] Tree = ["v0.5", "closed", "someone"];

    [SkippableTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Damaged_files_give_problems_and_no_exception(int seed)
    {
        byte[][] files = [.. RealFiles()];
        Assert.True(files.Length > 50, $"Only {files.Length} files to damage.");
        string[] places = ["performance/results.txt", "performance/log.txt", "accuracy/results.txt", "accuracy/log.txt", "energy/results.txt", "energy/log.txt"];
        var random = new Random(seed);
        using var folder = new TemporaryFolder();
        int run = 0;
        foreach (byte[] file in files)
        {
            for (int mutation = 0; mutation < Mutations; mutation++)
            {
                // One damaged file in a place of its own, and one that belongs elsewhere: the reader must not trust a name.
                string system = $"s{run++}";
                string task = random.Next(3) switch { 0 => "kws", 1 => "ad", _ => "sww" };
                Write(folder, $"results/{system}/{task}/{places[random.Next(places.Length)]}", Damage(file, files, random));
                Write(folder, $"systems/{system}.json", Damage(file, files, random));
            }
        }

        ImportResult import = SubmissionImporter.Import(folder.Path, round: null);

        Assert.NotEmpty(import.Problems);
        Assert.NotEmpty(import.Records);
        Assert.All(import.Records, AssertSound);
        var table = new StringWriter();
        PublishedTable.Write(table, import.Records);
        Assert.Equal(import.Records.Count, PublishedTable.Read(new StringReader(table.ToString())).Count);
        Assert.All(import.Records, record => RunRecordJson.Read("memory", RunRecordJson.Write(record)));
    }

    // A figure is there and possible, or it is not there.
    private static void AssertSound(RunRecord record)
    {
        if (record.Performance is { } performance)
        {
            Assert.True(performance.MedianLatencyMicroseconds is > 0 && double.IsFinite(performance.MedianLatencyMicroseconds));
            Assert.All(performance.Windows, window => Assert.True(window.Inferences > 0 && window.Seconds > 0 && double.IsFinite(window.LatencyMicroseconds)));
        }

        Assert.True(record.Quality is not { Accuracy: < 0 or > 1 } and not { Auc: < 0 or > 1 } and not { PrecisionRecall: < 0 or > 1 });
        Assert.True(record.Energy is not { MedianMicrojoulesPerInference: <= 0 } and not { PowerMilliwatts: <= 0 } and not { VoltageVolts: <= 0 });
    }

    private static void Write(TemporaryFolder folder, string path, byte[] content) => folder.Write($"{string.Join('/', Tree)}/{path}", content);

    private static IEnumerable<byte[]> RealFiles() =>
        new[] { Official.Published("rounds"), Official.Published("logs") }
            .SelectMany(root => Directory.GetFiles(root, "*", SearchOption.AllDirectories))
            .Where(path => path.EndsWith("results.txt", StringComparison.Ordinal) || path.EndsWith("log.txt", StringComparison.Ordinal) || path.EndsWith(".json", StringComparison.Ordinal))
            .Where(path => new FileInfo(path).Length is > 0 and < LongestFile)
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllBytes);

    private static byte[] Damage(byte[] file, byte[][] others, Random random) => random.Next(5) switch
    {
        0 => file[..random.Next(file.Length)],
        1 => Flip(file, random, random.Next(1, 40)),
        2 => Splice(file, others[random.Next(others.Length)], random),
        3 => [.. file[random.Next(file.Length)..], .. file[..random.Next(file.Length)]],
        _ => Flip(Splice(file, file, random), random, 3),
    };

    private static byte[] Flip(byte[] file, Random random, int count)
    {
        byte[] copy = [.. file];
        for (int flip = 0; flip < count && copy.Length > 0; flip++)
            copy[random.Next(copy.Length)] = (byte)random.Next(256);
        return copy;
    }

    private static byte[] Splice(byte[] file, byte[] other, Random random)
    {
        string[] lines = Encoding.Latin1.GetString(file).Split('\n');
        string[] strange = Encoding.Latin1.GetString(other).Split('\n');
        for (int splice = 0; splice < 8; splice++)
            lines[random.Next(lines.Length)] += strange[random.Next(strange.Length)];
        for (int swap = 0; swap < 8; swap++)
            lines[random.Next(lines.Length)] = strange[random.Next(strange.Length)];
        return Encoding.Latin1.GetBytes(string.Join('\n', lines));
    }
}
