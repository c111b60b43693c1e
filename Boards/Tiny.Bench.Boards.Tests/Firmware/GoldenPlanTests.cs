using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Tiny.Bench.Reference.Models;
using Tiny.Bench.Reference.Plans;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Boards.Firmware;

/// <summary>The official models on the firmware's kernels, against TFLM: the CRC of every operator's output on four generated inputs.</summary>
public sealed class GoldenPlanTests(PlanRunner runner) : IClassFixture<PlanRunner>
{
    private const int Inputs = 4;

    // pretrainedResnet_large is ic02. ToyCar quantizes by an operator of its own: its golden input is float.
    [SkippableTheory]
    [InlineData("kws_ref_model", 13)]
    [InlineData("vww_96_int8", 31)]
    [InlineData("pretrainedResnet_quant", 16)]
    [InlineData("pretrainedResnet_large_int8", 16)]
    [InlineData("ad01_int8", 10)]
    [InlineData("model_ToyCar_quant_fullint", 12)]
    public async Task Every_operator_gives_the_bytes_of_TFLM(string model, int operators)
    {
        byte[] plan = PlanCompiler.Compile(TfliteModel.Load(Official.Model($"{model}.tflite")), new PlanOptions { ModelId = "golden" });
        using JsonDocument golden = JsonDocument.Parse(await File.ReadAllBytesAsync(Official.Golden($"{model}.json")));
        int inputBytes = golden.RootElement.GetProperty("input_bytes").GetInt32();
        string program = await runner.BuildAsync();

        bool isFloat = model.StartsWith("model_ToyCar", StringComparison.Ordinal);
        byte[] uploads =
            [.. Enumerable.Range(0, Inputs).SelectMany(index => isFloat ? GenerateFloats(index, inputBytes / 4) : Generate(index, inputBytes))];
        IReadOnlyList<PlanRun> runs = await runner.RunAsync(program, plan, uploads);

        Assert.Equal(Inputs, runs.Count);
        foreach ((PlanRun run, JsonElement result) in runs.Zip(golden.RootElement.GetProperty("results").EnumerateArray()))
        {
            Assert.Equal(operators, run.Operators.Count);
            Assert.Equal(result.GetProperty("activations").EnumerateArray().Select(Crc), run.Operators);
            Assert.Equal(Hexadecimal(result.GetProperty("output_crc32")), run.OutputCrc);
        }
    }

    // The golden files' generator, xorshift64*: one byte a step.
    private static byte[] Generate(int index, int count)
    {
        ulong state = 0x9E3779B97F4A7C15 ^ ((ulong)index + 1);
        var bytes = new byte[count];
        foreach (ref byte value in bytes.AsSpan())
        {
            state ^= state >> 12;
            state ^= state << 25;
            state ^= state >> 27;
            value = (byte)((state * 0x2545F4914F6CDD1D) >> 56);
        }

        return bytes;
    }

    // A float input is the generated code over 128.
    private static byte[] GenerateFloats(int index, int count) =>
        MemoryMarshal.AsBytes(Array.ConvertAll(Generate(index, count), code => (sbyte)code / 128f).AsSpan()).ToArray();

    private static uint Crc(JsonElement activation) => Hexadecimal(activation.GetProperty("crc32"));

    private static uint Hexadecimal(JsonElement text) =>
        uint.Parse(text.GetString()!, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
