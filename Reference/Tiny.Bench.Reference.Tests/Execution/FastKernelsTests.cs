using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Execution;

public sealed class FastKernelsTests
{
    private static readonly string[] WeightedOperators = ["CONV_2D", "DEPTHWISE_CONV_2D", "FULLY_CONNECTED"];

    /// <summary>Every int8 model in every dialect.</summary>
    public static TheoryData<string, Dialect> Models
    {
        get
        {
            var rows = new TheoryData<string, Dialect>();
            foreach (string file in OfficialModels.Files.Where(file => !file.Contains("float") && !file.Contains("fp32") && file != "pretrainedResnet.tflite"))
            foreach (Dialect dialect in Dialects.All)
                rows.Add(file, dialect);
            return rows;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Models))]
    public void Every_operator_of_the_official_models_gives_the_plain_bytes(string file, Dialect dialect)
    {
        TfliteModel model = OfficialModels.Load(file);
        var plain = new Interpreter(model, new InterpreterOptions { Dialect = dialect });
        var fast = new Interpreter(model, new InterpreterOptions { Dialect = dialect, Kernels = KernelSet.Fast });
        var input = new byte[plain.Inputs[0].Bytes.Length];
        new SplitMix64(7).Fill(input);

        (string Name, byte[] Output)[] expected = Run(plain, input), got = Run(fast, input);

        for (int index = 0; index < expected.Length; index++)
            Assert.True(expected[index].Output.AsSpan().SequenceEqual(got[index].Output), $"operator {index} ({expected[index].Name})");
    }

    [SkippableTheory]
    [InlineData("kws_ref_model.tflite")]
    [InlineData("pretrainedResnet_quant.tflite")]
    [InlineData("vww_96_int8.tflite")]
    [InlineData("str_ww_ref_model.tflite")]
    [InlineData("ad01_int8.tflite")]
    public void No_weighted_sum_of_the_official_models_is_left_to_the_plain_kernels(string file)
    {
        var interpreter = new Interpreter(OfficialModels.Load(file), new InterpreterOptions { Kernels = KernelSet.Fast });

        foreach (PlannedOperator planned in interpreter.Operators)
        {
            if (WeightedOperators.Contains(planned.Model.Name, StringComparer.Ordinal))
                Assert.False(IsPlain(planned), $"operator {planned.Model.Index} ({planned.Model.Name}) of {file}");
        }
    }

    [SkippableFact]
    public void Plain_kernels_are_the_default()
    {
        var interpreter = new Interpreter(OfficialModels.Load("kws_ref_model.tflite"));

        foreach (PlannedOperator planned in interpreter.Operators)
            Assert.True(IsPlain(planned));
    }

    [SkippableFact]
    public void An_inference_allocates_nothing()
    {
        var interpreter = new Interpreter(OfficialModels.Load("vww_96_int8.tflite"), new InterpreterOptions { Kernels = KernelSet.Fast, KeepInputs = true });
        interpreter.Invoke();

        long before = GC.GetAllocatedBytesForCurrentThread();
        interpreter.Invoke();

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [SkippableFact]
    public void An_operator_without_memory_for_packed_weights_is_left_to_the_plain_kernel()
    {
        const int lessThan128UnitsOf640 = 20_000;
        var interpreter = new Interpreter(
            OfficialModels.Load("ad01_int8.tflite"), new InterpreterOptions { Kernels = KernelSet.Fast, MaximumArenaBytes = lessThan128UnitsOf640 });

        Assert.True(IsPlain(interpreter.Operators[0]));
        Assert.False(IsPlain(interpreter.Operators[4]));
    }

    private static bool IsPlain(PlannedOperator planned) => planned.KernelName == "plain";

    private static (string Name, byte[] Output)[] Run(Interpreter interpreter, byte[] input)
    {
        var recorder = new Recorder();
        interpreter.SetInput(0, input);
        interpreter.Invoke(recorder);
        return [.. recorder.Outputs];
    }

    private sealed class Recorder : IOperatorObserver
    {
        public List<(string Name, byte[] Output)> Outputs { get; } = [];

        public void Computed(ModelOperator @operator, ReadOnlySpan<Tensor> outputs) => Outputs.Add((@operator.Name, outputs[0].Bytes.ToArray()));
    }
}
