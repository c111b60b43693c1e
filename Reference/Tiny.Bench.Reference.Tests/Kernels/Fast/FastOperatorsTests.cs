using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels.Fast;

public sealed class FastOperatorsTests
{
    [SkippableTheory]
    [InlineData("kws_ref_model.tflite")]
    [InlineData("pretrainedResnet_quant.tflite")]
    [InlineData("vww_96_int8.tflite")]
    [InlineData("str_ww_ref_model.tflite")]
    [InlineData("ad01_int8.tflite")]
    public void Only_copies_of_the_official_models_are_left_to_the_plain_kernels(string file)
    {
        var interpreter = new Interpreter(OfficialModels.Load(file), new InterpreterOptions { Kernels = KernelSet.Fast });

        foreach (PlannedOperator planned in interpreter.Operators)
            Assert.True(planned.KernelName != "plain" || planned.Model.Name == "RESHAPE", $"operator {planned.Model.Index} ({planned.Model.Name})");
    }

    [SkippableTheory]
    [InlineData("kws_ref_model.tflite")]
    [InlineData("pretrainedResnet_quant.tflite")]
    public void An_inference_allocates_nothing(string file)
    {
        var interpreter = new Interpreter(OfficialModels.Load(file), new InterpreterOptions { Kernels = KernelSet.Fast, KeepInputs = true });
        interpreter.Invoke();

        long before = GC.GetAllocatedBytesForCurrentThread();
        interpreter.Invoke();

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
