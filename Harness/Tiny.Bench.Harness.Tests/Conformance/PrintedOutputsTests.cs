using System.Globalization;
using Tiny.Bench.Core.Systems;
using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Harness.Suites;
using Tiny.Bench.Harness.Systems;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Models;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Harness.Conformance;

public class PrintedOutputsTests
{
    /// <summary>Inputs and printed results of recordings of the official firmware code: <c>db</c> and <c>m-results</c> lines, in order.</summary>
    [SkippableTheory]
    [InlineData("kws01", 20)]
    [InlineData("ic01", 20)]
    [InlineData("vww01", 20)]
    [InlineData("ad01", 100)]
    public async Task Are_what_the_official_firmware_printed(string id, int inferences)
    {
        BenchmarkTask task = SuiteLoader.Load(null, []).FindTask(id)!;
        PrintedSystem printed = Open(task, rawCodes: false);
        int compared = 0;
        foreach ((byte[] input, float[] expected) in Exchanges(Official.Published($"transcripts/{id}_accuracy20.txt")))
        {
            InferenceResult result = await printed.InferAsync(input, default);
            Assert.Equal(expected, result.Scores);
            compared++;
        }

        Assert.Equal(inferences, compared);
    }

    [SkippableFact]
    public async Task Raw_codes_are_the_output_bytes()
    {
        BenchmarkTask task = SuiteLoader.Load(null, []).FindTask("kws01")!;
        InferenceResult result = await Open(task, rawCodes: true).InferAsync(new byte[490], default);
        Assert.Equal(12, result.Scores.Length);
        Assert.Equal(-128, result.Scores.Min());
        Assert.All(result.Scores, code => Assert.Equal(Math.Round(code), code));
    }

    /// <summary>16/256 and 48/256 are ties, which C's printf gives to the even digit.</summary>
    [Theory]
    [InlineData(ResultPrinting.Rounded, 0.0625f, 0.062f)]
    [InlineData(ResultPrinting.Rounded, 0.1875f, 0.188f)]
    [InlineData(ResultPrinting.TrailingComma, 0.99609375f, 0.996f)]
    [InlineData(ResultPrinting.Rounded, 0.9998f, 1.000f)]
    [InlineData(ResultPrinting.Cut, 0.9998f, 0.999f)]
    [InlineData(ResultPrinting.Cut, -0.0018f, -0.001f)]
    public void Have_three_digits(ResultPrinting form, float value, float printed) => Assert.Equal([printed], PrintedOutputs.Of(form, [value]));

    /// <summary>((1-3)^2 + (2-2)^2 + (3-2)^2) / 3 = 1.667 by hand.</summary>
    [Fact]
    public void Mean_square_is_one_value() => Assert.Equal([1.667f], PrintedOutputs.MeanSquare([1, 2, 3], [3, 2, 2]));

    private static PrintedSystem Open(BenchmarkTask task, bool rawCodes)
    {
        string path = Official.Model(task.Models[0].File);
        var interpreter = new Interpreter(TfliteModel.Parse(File.ReadAllBytes(path), path), new InterpreterOptions { Dialect = Dialect.DoubleRounding });
        return new PrintedSystem(new HostSystem(interpreter, TimeProvider.System), task, rawCodes);
    }

    private static IEnumerable<(byte[] Input, float[] Printed)> Exchanges(string transcript)
    {
        const string command = "> db ", results = "< m-results-[";
        var input = new List<byte>();
        foreach (string line in File.ReadLines(transcript))
        {
            if (line.StartsWith("> db load", StringComparison.Ordinal))
                input.Clear();
            else if (line.StartsWith(command, StringComparison.Ordinal))
                input.AddRange(Convert.FromHexString(line[command.Length..].TrimEnd('%')));
            else if (line.StartsWith(results, StringComparison.Ordinal))
                yield return ([.. input], [.. line[results.Length..line.IndexOf(']', StringComparison.Ordinal)].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(text => float.Parse(text, CultureInfo.InvariantCulture))]);
        }
    }
}
