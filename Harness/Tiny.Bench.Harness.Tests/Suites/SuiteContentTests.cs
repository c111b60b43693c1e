using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Datasets.Lists;
using Tiny.Bench.Datasets.Locating;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Harness.Suites;

public class SuiteContentTests
{
    // A prefix that no variable has: the content is what is checked, not the machine.
    private static readonly Suite Suite = SuiteLoader.Load(SuiteLoader.DefaultPath, [], "TINYBENCH_NO_SUITE__");

    [SkippableTheory]
    [InlineData("kws01", "official-1000", true)]
    [InlineData("ic01", "calibration-500", false)]
    [InlineData("ic02", "calibration-500", false)]
    [InlineData("vww01", "jpeg-200", false)]
    [InlineData("ad01", "normal_id_01_00000000", false)]
    public void Knows_the_lists_that_are_at_hand(string id, string name, bool official)
    {
        BenchmarkTask task = Suite.FindTask(id)!;
        SampleList list = SampleList.Read(Official.Dataset(task.Dataset));
        Assert.Equal(new ListIdentity(name, official, list.Sha256), list.Identify(task));
        Assert.Equal(list.Samples.Count, task.Lists.Single(known => known.Name.Equals(name, StringComparison.Ordinal)).Samples);
        Assert.All(list.Samples, sample => Assert.Equal(task.Labels.Count, sample.ClassCount));
    }

    [SkippableFact]
    public void Knows_the_official_models_by_their_hashes()
    {
        foreach (ModelReference model in Suite.Tasks.SelectMany(task => task.Models))
            Assert.Equal(model.Sha256, ModelFile.Read(Official.Model(model.File), [model]).Sha256);
    }
}
