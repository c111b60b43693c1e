using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Datasets.Lists;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Harness.Running;

/// <summary>Tasks and lists of a few bytes.</summary>
internal static class FakeTask
{
    public static BenchmarkTask Of(InputKind input, QualityMetric metric) => new()
    {
        Id = "fake",
        Title = "Fake",
        Dataset = "fake",
        Input = input,
        Results = input == InputKind.Float32Windows ? ResultPrinting.MeanSquare : ResultPrinting.Rounded,
        Metric = metric,
        TargetValue = 0.5,
        Models = [new ModelReference("fake.tflite", new string('0', 64))],
        Labels = ["zero", "one"],
        Lists = [],
    };

    /// <summary>Writes files named 0.bin, 1.bin, ... with their classes, and the list of them.</summary>
    public static SampleList Write(TemporaryFolder folder, string cut, params (byte[] Content, int ClassIndex)[] samples)
    {
        for (int index = 0; index < samples.Length; index++)
            folder.Write($"{index}.bin", samples[index].Content);
        folder.Write(SampleList.FileName, string.Concat(samples.Select((sample, index) => $"{index}.bin,2,{sample.ClassIndex}{cut}\n")));
        return SampleList.Read(folder.Path);
    }
}
