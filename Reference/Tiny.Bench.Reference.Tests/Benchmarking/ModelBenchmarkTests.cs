using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Benchmarking;

public sealed class ModelBenchmarkTests
{
    [Fact]
    public void Measures_both_kernel_sets_the_yardstick_and_every_operator()
    {
        TfliteModel model = TfliteModel.Parse(new TinyModel().Write(), "tiny.tflite");

        ModelSpeed speed = ModelBenchmark.Measure(model, Dialect.DoubleRounding, seconds: 0.01);

        Assert.Equal("tiny.tflite", speed.Model);
        Assert.Equal(0, speed.Macs);
        Assert.Equal(["RELU", "ADD"], speed.Operators.Select(row => row.Name), StringComparer.Ordinal);
        Assert.All([speed.Plain, speed.Fast, speed.Gemm], times => Assert.True(times.Count >= 5 && times.Best > 0 && times.Best <= times.Median));
        Assert.Equal(speed.Plain.Median / speed.Fast.Median, speed.Ratio);
        // 256 * 256 * 256 products.
        Assert.Equal(16_777_216 / speed.Gemm.Median / 1000, speed.GemmGmacPerSecond, precision: 9);
    }

    [SkippableFact]
    public void Measures_nothing_when_outputs_differ()
    {
        TfliteModel model = OfficialModels.Load("pretrainedResnet_quant.tflite");
        var expected = new Interpreter(model, new InterpreterOptions { KeepInputs = true });
        var other = new Interpreter(model, new InterpreterOptions { KeepInputs = true, Dialect = Dialect.Float32 });

        var error = Assert.Throws<UnequalKernelsException>(() => ModelBenchmark.RequireEqual(expected, other));
        Assert.Contains("output 0 of the fast kernels differs", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Stops_when_asked_to()
    {
        TfliteModel model = TfliteModel.Parse(new TinyModel().Write(), "tiny.tflite");
        Assert.Throws<OperationCanceledException>(() => ModelBenchmark.Measure(model, Dialect.DoubleRounding, 60, new CancellationToken(canceled: true)));
    }
}
