using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Datasets.Audio;
using Tiny.Bench.Datasets.FrontEnds;
using Tiny.Bench.Harness.Suites;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Models;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Harness.FrontEnds;

public class KeywordHearingTests
{
    // The reference front end with the same model gives these words, "no" as Go among them: spec/front-ends.md, kws01.
    [SkippableTheory]
    [InlineData("yes", "Yes", 255)]
    [InlineData("silence", "Silence", 158)]
    [InlineData("noise", "Unknown", 183)]
    [InlineData("no", "Go", 234)]
    public void The_official_model_hears_what_it_hears_through_the_reference_front_end(string sound, string word, int shareOf256)
    {
        WavAudio audio = WavReader.Read(Official.Dataset($"wav/{sound}_1000ms.wav"));
        var interpreter = new Interpreter(TfliteModel.Load(Official.Model("kws_ref_model.tflite")));
        interpreter.SetInput(0, KeywordMfcc.ToCodes(new KeywordMfcc().Compute(audio.Channel(0))));
        interpreter.Invoke();

        // The softmax has the scale 1/256 and the zero point -128.
        int[] shares = [.. interpreter.Outputs[0].Bytes.ToArray().Select(code => (sbyte)code + 128)];
        BenchmarkTask task = SuiteLoader.Load().FindTask("kws01")!;
        Assert.Equal(word, task.Labels[Array.IndexOf(shares, shares.Max())]);
        Assert.Equal(shareOf256, shares.Max());
    }
}
