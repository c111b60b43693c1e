using System.Runtime.InteropServices;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Models;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Reference.Execution;

public sealed class InterpreterTests
{
    // Multiply-accumulates, weights and biases as published with the models (spec/mlperf-tiny.md, section 4).
    [SkippableTheory]
    [InlineData("kws_ref_model.tflite", 2_656_768, 22_604)]
    [InlineData("vww_96_int8.tflite", 7_489_664, 210_850)]
    [InlineData("pretrainedResnet_quant.tflite", 12_501_632, 77_706)]
    [InlineData("pretrainedResnet_large_int8.tflite", 76_473_920, 480_330)]
    [InlineData("ad01_int8.tflite", 264_192, 265_864)]
    [InlineData("str_ww_ref_model.tflite", 826_368, 46_883)]
    public void Costs_are_the_published_ones(string file, long multiplyAccumulates, long parameters)
    {
        ModelSummary summary = ModelSummary.Of(new Interpreter(OfficialModels.Load(file)));

        Assert.Equal(multiplyAccumulates, summary.MultiplyAccumulates);
        Assert.Equal(parameters, summary.Parameters);
        Assert.Equal(multiplyAccumulates, summary.Operators.Sum(row => row.MultiplyAccumulates));
    }

    [SkippableFact]
    public void An_inference_allocates_nothing()
    {
        var interpreter = new Interpreter(OfficialModels.Load("ad01_int8.tflite"));
        interpreter.Invoke();

        long before = GC.GetAllocatedBytesForCurrentThread();
        interpreter.Invoke();

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [SkippableFact]
    public void An_input_in_between_leaves_no_trace()
    {
        var interpreter = new Interpreter(OfficialModels.Load("kws_ref_model.tflite"));

        byte[] alone = Run(interpreter, Ramp(490, step: 3));
        byte[] between = Run(interpreter, Ramp(490, step: 7));

        Assert.NotEqual(alone, between);
        Assert.Equal(alone, Run(interpreter, Ramp(490, step: 3)));
    }

    [SkippableFact]
    public void An_observer_sees_every_operator_and_changes_nothing()
    {
        var interpreter = new Interpreter(OfficialModels.Load("kws_ref_model.tflite"));
        byte[] silent = Run(interpreter, Ramp(490, step: 3));
        var observer = new Recorder();

        interpreter.SetInput(0, Ramp(490, step: 3));
        interpreter.Invoke(observer);

        Assert.Equal(Enumerable.Range(0, 13), observer.Operators);
        Assert.Equal(silent, observer.LastOutput);
    }

    [SkippableFact]
    public void An_input_of_the_wrong_length_is_refused_with_both_lengths()
    {
        var interpreter = new Interpreter(OfficialModels.Load("kws_ref_model.tflite"));
        var error = Assert.Throws<ArgumentException>(() => interpreter.SetInput(0, new byte[489]));
        Assert.Contains("490", error.Message, StringComparison.Ordinal);
        Assert.Contains("489", error.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_model_that_asks_for_more_than_the_limits_is_refused()
    {
        TfliteModel model = OfficialModels.Load("kws_ref_model.tflite");
        Assert.Contains("1000", Refusal(new InterpreterOptions { MaximumArenaBytes = 1000 }), StringComparison.Ordinal);
        Assert.Contains("at most 1000", Refusal(new InterpreterOptions { MaximumSteps = 1000 }), StringComparison.Ordinal);

        string Refusal(InterpreterOptions options) => Assert.Throws<ModelFormatException>(() => new Interpreter(model, options)).Message;
    }

    [SkippableFact]
    public void The_dialect_reaches_the_kernels()
    {
        TfliteModel model = OfficialModels.Load("ad01_int8.tflite");
        Assert.NotEqual(Output(Dialect.DoubleRounding), Output(Dialect.SingleRounding));

        byte[] Output(Dialect dialect) => Run(new Interpreter(model, new InterpreterOptions { Dialect = dialect }), Ramp(640, step: 3));
    }

    // No exact answer is published for the float models; their int8 forms, which equal TFLM, judge them: the classes seldom differ.
    [SkippableTheory]
    [InlineData("pretrainedResnet.tflite", "pretrainedResnet_quant.tflite", "ic01", 1f)]
    [InlineData("vww_96_float.tflite", "vww_96_int8.tflite", "vww01", 1 / 255f)]
    public void A_float_model_sees_what_its_int8_form_sees(string floatFile, string int8File, string dataset, float pixelScale)
    {
        var floats = new Interpreter(OfficialModels.Load(floatFile));
        var codes = new Interpreter(OfficialModels.Load(int8File));
        string[] images = [.. Directory.EnumerateFiles(Official.Dataset(dataset), "*.bin").Order(StringComparer.Ordinal).Take(100)];

        int agree = images.Count(image =>
        {
            byte[] pixels = File.ReadAllBytes(image);
            Run(floats, MemoryMarshal.AsBytes<float>(Array.ConvertAll(pixels, pixel => pixel * pixelScale)).ToArray());
            Run(codes, Array.ConvertAll(pixels, pixel => (byte)(pixel - 128)));
            return Highest(floats.Outputs[0].Read<float>()) == Highest(codes.Outputs[0].Read<sbyte>());
        });

        Assert.InRange(agree, 95, 100);
    }

    [SkippableFact]
    public void Every_mutant_of_the_official_models_runs_or_is_refused()
    {
        // The limits keep the large models' mutants cheap: those end in the refusal that says so.
        var limits = new InterpreterOptions { MaximumArenaBytes = 4 << 20, MaximumSteps = 8 << 20 };
        int ran = 0;
        int refused = MutationRun.Check(RunMutant, maximumBytes: 32 << 20);

        Assert.True(ran > 0 && refused > 0, $"{ran} ran, {refused} were refused");

        void RunMutant(ReadOnlyMemory<byte> mutant)
        {
            new Interpreter(TfliteModel.Parse(mutant, "mutant"), limits).Invoke();
            ran++;
        }
    }

    private static byte[] Run(Interpreter interpreter, byte[] input)
    {
        interpreter.SetInput(0, input);
        interpreter.Invoke();
        return interpreter.Outputs[0].Bytes.ToArray();
    }

    private static byte[] Ramp(int length, int step) => [.. Enumerable.Range(0, length).Select(index => (byte)(index * step))];

    private static int Highest<T>(ReadOnlySpan<T> scores)
        where T : IComparable<T>
    {
        int best = 0;
        for (int index = 1; index < scores.Length; index++)
            best = scores[index].CompareTo(scores[best]) > 0 ? index : best;
        return best;
    }

    private sealed class Recorder : IOperatorObserver
    {
        public List<int> Operators { get; } = [];

        public byte[] LastOutput { get; private set; } = [];

        public void Computed(ModelOperator @operator, ReadOnlySpan<Tensor> outputs)
        {
            Operators.Add(@operator.Index);
            LastOutput = outputs[0].Bytes.ToArray();
        }
    }
}
