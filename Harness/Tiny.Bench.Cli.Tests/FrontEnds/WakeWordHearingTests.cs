using System.Text.Json.Nodes;
using Tiny.Bench.Datasets.Audio;
using Tiny.Bench.Datasets.FrontEnds;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Models;
using Tiny.Bench.Results.Analysis;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Cli.FrontEnds;

public class WakeWordHearingTests
{
    private const int Threshold = 115;
    private const int ValuesPerFrame = 40;

    // Two of three words and no false alarm: spec/front-ends.md, sww01. The rule lets a word be heard until a second after its end.
    [SkippableFact]
    public void The_official_model_fires_inside_the_official_windows_and_nowhere_else()
    {
        WavAudio audio = WavReader.Read(Official.Dataset("sww01/short_wav_easy10s.wav"));
        byte[] codes = WakeWordFilterBank.ToCodes(new WakeWordFilterBank().Compute(audio.Channel(0)));
        JsonNode test = JsonNode.Parse(File.ReadAllText(Official.Dataset("sww01/sww_short_test.json")))![0]!;
        (double Start, double End)[] words = [.. test["detection_windows"]!.AsArray().Select(window => ((double)window![0]!, (double)window[1]!))];

        double[] milliseconds = [0, .. Detect(codes)];

        Assert.Equal(new StreamingScore(2, 1, 0), StreamingScore.Of(words, milliseconds, StreamingScore.RuleGrace));
        Assert.Equal(new StreamingScore(2, 0, 0), StreamingScore.Of(words[..2], milliseconds, StreamingScore.RuleGrace));
    }

    // The firmware's shift register: zeros at first, then the newest 30 frames, the newest last. Times count from the first frame.
    private static IEnumerable<double> Detect(byte[] codes)
    {
        var interpreter = new Interpreter(TfliteModel.Load(Official.Model("str_ww_ref_model.tflite")));
        var register = new byte[WakeWordFilterBank.ModelFrames * ValuesPerFrame];
        for (int frame = 0; frame < codes.Length / ValuesPerFrame; frame++)
        {
            register.AsSpan(ValuesPerFrame).CopyTo(register);
            codes.AsSpan(frame * ValuesPerFrame, ValuesPerFrame).CopyTo(register.AsSpan(register.Length - ValuesPerFrame));
            interpreter.SetInput(0, register);
            interpreter.Invoke();
            if ((sbyte)interpreter.Outputs[0].Bytes[0] > Threshold)
                yield return frame * WakeWordFilterBank.FrameStride * 1000.0 / FrontEnd.SampleRate;
        }
    }
}
