using System.Runtime.InteropServices;
using Tiny.Bench.Reference.Models;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Reference.Execution;

/// <summary>The float32 kernels on the official float models and real inputs, against an evaluation in binary64.</summary>
public sealed class FloatModelTests
{
    private const double Tolerance = 1e-4;

    [SkippableTheory]
    [InlineData("vww_96_float.tflite", "vww01/000000000724.bin", 1f / 255)]
    [InlineData("pretrainedResnet.tflite", "ic01/cal_000.bin", 1f)]
    public void Images_give_what_binary64_gives(string file, string image, float scale) =>
        Compare(file, Array.ConvertAll(File.ReadAllBytes(Official.Dataset(image)), pixel => pixel * scale));

    [SkippableFact]
    public void Spectra_give_what_binary64_gives() =>
        Compare("ad01_fp32.tflite", MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(Official.Dataset("ad01/normal_id_01_00000000_hist_librosa.bin")))[..640].ToArray());

    private static void Compare(string file, float[] input)
    {
        TfliteModel model = OfficialModels.Load(file);
        var interpreter = new Interpreter(model);
        interpreter.SetInput(0, MemoryMarshal.AsBytes(input.AsSpan()));
        var comparison = new Comparison(new DoubleEvaluator(model.Main).Run(input));
        interpreter.Invoke(comparison);

        Assert.Equal(model.Main.Operators.Count, comparison.Errors.Count);
        Assert.All(comparison.Errors, error => Assert.True(error.Value < Tolerance, $"{error.Key}: {error.Value:G3} of the largest value"));
    }

    private sealed class Comparison(IReadOnlyDictionary<int, double[]> expected) : IOperatorObserver
    {
        public Dictionary<string, double> Errors { get; } = [];

        public void Computed(ModelOperator @operator, ReadOnlySpan<Tensor> outputs)
        {
            double[] wanted = expected[outputs[0].Index];
            ReadOnlySpan<float> given = outputs[0].Read<float>();
            double largest = wanted.Max(Math.Abs), error = 0;
            for (int index = 0; index < wanted.Length; index++)
                error = Math.Max(error, Math.Abs(given[index] - wanted[index]));
            Errors.Add($"operator {@operator.Index} ({@operator.Name})", error / largest);
        }
    }
}
