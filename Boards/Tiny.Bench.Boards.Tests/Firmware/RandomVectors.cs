using System.Globalization;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Vectors;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Boards.Firmware;

/// <summary>Vector cases of <see cref="RandomOperator"/> with the answers of the reference. Their ids name the seeds.</summary>
internal static class RandomVectors
{
    /// <summary>How many a test draws: TINYBENCH_SHAPES, else a number for every day.</summary>
    public static int Count(int everyDay) =>
        int.TryParse(Environment.GetEnvironmentVariable("TINYBENCH_SHAPES"), CultureInfo.InvariantCulture, out int asked) ? asked : everyDay;

    /// <summary>The cases of the seeds from <paramref name="firstSeed"/> on.</summary>
    public static IReadOnlyList<VectorCase> Draw(int firstSeed, int count, Dialect dialect)
    {
        using var folder = new TemporaryFolder();
        using var blob = new MemoryStream();
        string[] index = [.. Enumerable.Range(firstSeed, count).Select(seed =>
            new RandomOperator(seed).Write(string.Create(CultureInfo.InvariantCulture, $"random/{seed}"), blob))];
        File.WriteAllBytes(folder["random.bin"], blob.ToArray());
        File.WriteAllLines(folder["random.jsonl"], index);

        VectorSuite suite = VectorSuite.Open(folder.Path);
        Assert.Empty(suite.Refused);
        var runner = new VectorRunner(dialect);
        return [.. suite.Cases.Select(runner.Answer)];
    }
}
