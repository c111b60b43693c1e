using System.Globalization;
using System.Text.Json.Nodes;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Cli;

/// <summary>The table of Reference/docs/quantizer.md: by default the rows of ad01, with TINYBENCH_EXHAUSTIVE=1 all.</summary>
public sealed class QuantizerDocumentTests
{
    [SkippableFact]
    public async Task Its_sizes_and_results_are_what_comes_out()
    {
        bool all = Environment.GetEnvironmentVariable("TINYBENCH_EXHAUSTIVE") == "1";
        string[][] rows = [.. File.ReadAllLines(Path.Combine(Repository.Root, "Reference", "docs", "quantizer.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal) && line.Contains(".tflite`", StringComparison.Ordinal))
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim(' ', '`')).ToArray())
            .Where(row => all || row[1] == "ad01")];

        Assert.NotEmpty(rows);
        foreach (string[] row in rows)
            Assert.Equal(string.Join(" | ", row), string.Join(" | ", await MeasureAsync(row[0], row[1], row[2])));
    }

    private static async Task<string[]> MeasureAsync(string model, string task, string options)
    {
        using var folder = new TemporaryFolder();
        string quantized = folder["quantized.tflite"];
        string[] chosen = options == "none" ? [] : options.Split(' ');
        CommandLine made = await CommandLine.RunAsync(["model", "quantize", Official.Model(model), "--calibration", task, "--out", quantized, .. chosen]);
        Assert.Equal(0, made.ExitCode);

        JsonNode compared = (await CommandLine.RunAsync("model", "compare", quantized, quantized, task, "--json")).Json["a"]!;
        string result = compared["correct"] is { } correct
            ? $"{correct} of {compared["samples"]}"
            : ((double)compared["score"]!).ToString("F6", CultureInfo.InvariantCulture);
        return [model, task, options, new FileInfo(quantized).Length.ToString("N0", CultureInfo.InvariantCulture), result];
    }
}
