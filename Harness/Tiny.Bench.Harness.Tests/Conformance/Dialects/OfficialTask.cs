using Tiny.Bench.Datasets.Lists;
using Tiny.Bench.Datasets.Locating;
using Tiny.Bench.Harness.Suites;
using Tiny.Bench.Harness.Systems;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Harness.Conformance.Dialects;

/// <summary>kws01 with its official model, on its official list or on the start of it.</summary>
internal static class OfficialTask
{
    public static HostTask Open() => Open(Path.GetDirectoryName(Official.Dataset("kws01"))!);

    /// <summary>The first samples alone, in a folder of the test.</summary>
    public static HostTask Open(TemporaryFolder folder, int samples)
    {
        string official = Official.Dataset("kws01");
        string[] lines = [.. File.ReadLines(Path.Combine(official, SampleList.FileName)).Take(samples)];
        folder.Write(Path.Combine("kws01", SampleList.FileName), string.Join('\n', lines));
        foreach (string file in lines.Select(line => line[..line.IndexOf(',', StringComparison.Ordinal)]))
            folder.Write(Path.Combine("kws01", file), File.ReadAllBytes(Path.Combine(official, file)));
        return Open(folder.Path);
    }

    private static HostTask Open(string datasets) => HostTask.Open(
        SuiteLoader.Load(null, []).FindTask("kws01")!,
        null,
        new ModelLocator(Path.GetDirectoryName(Official.Model("kws_ref_model.tflite"))),
        new DatasetLocator(datasets));
}
