using System.Runtime.InteropServices;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Models;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Reference.Plans;

public sealed class PlanCompilerTests
{
    private static readonly PlanOptions Raw = new() { ModelId = "model" };

    public static TheoryData<string> Int8Models =>
        ["ad01_int8.tflite", "kws_ref_model.tflite", "model_ToyCar_quant_fullint.tflite", "pretrainedResnet_large_int8.tflite",
            "pretrainedResnet_quant.tflite", "str_ww_ref_model.tflite", "vww_96_int8.tflite"];

    [SkippableTheory]
    [MemberData(nameof(Int8Models))]
    public void The_blob_alone_computes_every_operator_as_the_interpreter(string file)
    {
        TfliteModel model = OfficialModels.Load(file);
        var interpreter = new Interpreter(model);
        var input = new byte[interpreter.Inputs[0].Bytes.Length];
        new SplitMix64(8).Fill(input);
        if (interpreter.Inputs[0].Type == TensorType.Float32)
            MemoryMarshal.Cast<byte, float>(input.AsSpan()).Fill(-3.5f);

        RunBoth(interpreter, PlanCompiler.Compile(model, Raw), input, input);
    }

    [SkippableFact]
    public void A_real_keyword_comes_out_as_from_the_interpreter()
    {
        TfliteModel model = OfficialModels.Load("kws_ref_model.tflite");
        byte[] sample = File.ReadAllBytes(Official.Dataset("kws01/tst_000000_Stop_7.bin"));
        PlanMachine machine = RunBoth(new Interpreter(model), PlanCompiler.Compile(model, Raw), sample, sample);

        // The file's name says class 7, and the interpreter's tests hold it against TFLM.
        ReadOnlySpan<sbyte> scores = MemoryMarshal.Cast<byte, sbyte>(machine.Output);
        Assert.Equal(7, scores.IndexOf(scores.ToArray().Max()));
    }

    [SkippableFact]
    public void Pixels_lose_128()
    {
        TfliteModel model = OfficialModels.Load("pretrainedResnet_quant.tflite");
        var interpreter = new Interpreter(model);
        byte[] pixels = File.ReadAllBytes(Directory.EnumerateFiles(Official.Dataset("ic01"), "*.bin").Order(StringComparer.Ordinal).First());
        byte[] codes = Array.ConvertAll(pixels, pixel => (byte)(pixel - 128));
        RunBoth(interpreter, PlanCompiler.Compile(model, Raw with { InputEncoding = InputEncoding.UInt8Minus128 }), pixels, codes);
    }

    // One upload serves both: the first model quantizes by an operator of its own, the second leaves that to the encoding.
    [SkippableTheory]
    [InlineData("model_ToyCar_quant_fullint.tflite")]
    [InlineData("ad01_int8.tflite")]
    public void Windows_of_float32_go_to_both_autoencoders(string file)
    {
        TfliteModel model = OfficialModels.Load(file);
        var interpreter = new Interpreter(model);
        byte[] window = File.ReadAllBytes(Official.Dataset("ad01/normal_id_01_00000000_hist_librosa.bin"))[..2560];
        Tensor input = interpreter.Inputs[0];
        byte[] content = window;
        if (input.Type == TensorType.Int8)
        {
            content = new byte[640];
            Kernels.Quantize.Run<sbyte>(
                input.Quantization.Scale,
                input.Quantization.ZeroPoint,
                MemoryMarshal.Cast<byte, float>(window),
                MemoryMarshal.Cast<byte, sbyte>(content.AsSpan()));
        }

        byte[] plan = PlanCompiler.Compile(model, Raw with { InputEncoding = InputEncoding.Float32, ResultForm = ResultForm.MeanSquare });
        Assert.Equal(2560, PlanImage.Read(plan, file).DataBytes);
        RunBoth(interpreter, plan, window, content);
    }

    [SkippableTheory]
    [InlineData("ad01_fp32.tflite", "operator 0 (FULLY_CONNECTED)")]
    [InlineData("pretrainedResnet.tflite", "operator 0 (CONV_2D)")]
    [InlineData("vww_96_float.tflite", "operator 0 (CONV_2D)")]
    public void A_float_model_is_refused_by_its_first_operator(string file, string name)
    {
        var error = Assert.Throws<UnsupportedOperatorException>(() => PlanCompiler.Compile(OfficialModels.Load(file), Raw));
        Assert.Equal($"{file}, {name}", error.Where);
        Assert.Contains("FLOAT32, FLOAT32", error.Problem, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [MemberData(nameof(Int8Models))]
    public void The_same_model_and_options_give_the_same_bytes(string file)
    {
        byte[] first = PlanCompiler.Compile(OfficialModels.Load(file), Raw);
        Assert.True(first.AsSpan().SequenceEqual(PlanCompiler.Compile(OfficialModels.Load(file), Raw)));
    }

    // 13 operators; an input, 10 times filter, bias and output, and 3 outputs more make 34 tensors. Parameters: 9 convolutions of 22 fields and
    // 64 multipliers, 9 fields and 12 multipliers, 17 fields, 1 field, 5 fields. Every constant is a multiple of 16 already.
    [SkippableFact]
    public void The_parts_lie_in_the_order_of_the_page()
    {
        const int tensors = 128 + (13 * 16), list = tensors + (34 * 24), parameters = list + 16, constants = parameters + 5624 + 8;
        var page = new PageReader(CompileKeywords());
        Assert.Equal((1, 128), (page.UInt16(4), page.UInt16(6)));
        Assert.Equal((13, 34, 1, 1), (page.UInt16(68), page.UInt16(70), page.UInt16(88), page.UInt16(90)));
        Assert.Equal((128u, (uint)tensors, (uint)list, (uint)constants), (page.UInt32(72), page.UInt32(76), page.UInt32(92), page.UInt32(80)));
        Assert.Equal((24_368u, constants + 24_368u), (page.UInt32(84), page.UInt32(8)));
        Assert.Equal((uint)parameters, page.UInt32(128 + 12));
        Assert.Equal(600 / 4, page.Operators[0].Fields.Length);
    }

    [SkippableFact]
    public void The_header_says_what_the_options_and_the_file_say()
    {
        byte[] plan = CompileKeywords();
        Assert.Equal("TBPL"u8.ToArray(), plan[..4]);
        Assert.Equal("kws01\0\0\0\0\0\0\0\0\0\0\0"u8.ToArray(), plan[48..64]);
        Assert.Equal("aeea436800704fce17b17292e4412630ad856e9d777c044c64ef748a880bd0ae", Convert.ToHexStringLower(plan[16..48]));
        Assert.Equal(new byte[] { 0, 1, 1, 0 }, plan[96..100]);
        Assert.Equal(Crc32.Compute(plan.AsSpan(16)), new PageReader(plan).UInt32(12));
    }

    // The widest moment has two images of 25 x 5 x 64, and beside them the input of 490 bytes, rounded up.
    [SkippableFact]
    public void Inputs_keep_their_memory()
    {
        PlanImage plan = PlanImage.Read(CompileKeywords(), "kws01");
        Assert.Equal(16_000 + 496, plan.ArenaBytes);
        Assert.Equal(16_000, new Interpreter(OfficialModels.Load("kws_ref_model.tflite")).Plan.Size);
    }

    [Fact]
    public void Every_operator_with_a_plan_is_compiled_and_computes_the_same()
    {
        var compiled = new SortedSet<BuiltinOperator>();
        foreach (OperatorModel candidate in OperatorModel.All())
        {
            TfliteModel model = TfliteModel.Parse(candidate.Write(), $"{candidate.Code}");
            if (TryCompile(model) is not { } plan)
                continue;
            compiled.Add(candidate.Code);
            var interpreter = new Interpreter(model);
            var upload = new List<byte>();
            foreach ((int index, Tensor input) in interpreter.Inputs.ToArray().Index())
            {
                var content = new byte[input.Bytes.Length];
                new SplitMix64((ulong)index).Fill(content);
                interpreter.SetInput(index, content);
                upload.AddRange(content);
            }

            var machine = new PlanMachine(plan);
            machine.Load([.. upload]);
            machine.Run();
            interpreter.Invoke();
            Assert.True(interpreter.Outputs[0].Bytes.SequenceEqual(machine.Output), $"{candidate.Code} differs");
        }

        Assert.Equal(
            "Add AveragePool2D Conv2D DepthwiseConv2D ExpandDims FullyConnected Quantize Reshape Softmax Squeeze",
            string.Join(' ', compiled.Select(code => code.ToString()).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void A_variable_is_refused()
    {
        OperatorModelTensor row = new(TensorType.Int8, 1, 8);
        OperatorModel model = OperatorModel.Of(BuiltinOperator.Add, BuiltinOptionsType.Add, [row, row with { IsVariable = true }, row]);
        var error = Assert.Throws<ModelFormatException>(() => PlanCompiler.Compile(TfliteModel.Parse(model.Write(), "state"), Raw));
        Assert.Contains("tensor 1 is a variable", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_larger_than_allowed_is_refused()
    {
        TfliteModel model = TfliteModel.Parse(OperatorModel.All()[0].Write(), "conv");
        var error = Assert.Throws<ModelFormatException>(() => PlanCompiler.Compile(model, Raw with { MaximumBytes = 100 }));
        Assert.Contains("expected at most 100", error.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("sixteen-letters-")]
    [InlineData("two words")]
    [InlineData("kws]")]
    public void An_id_that_no_board_can_print_is_refused(string id)
    {
        TfliteModel model = TfliteModel.Parse(OperatorModel.All()[0].Write(), "conv");
        Assert.Throws<ArgumentException>(() => PlanCompiler.Compile(model, new PlanOptions { ModelId = id }));
    }

    [Fact]
    public void A_dialect_without_a_number_is_refused()
    {
        TfliteModel model = TfliteModel.Parse(OperatorModel.All()[0].Write(), "conv");
        Assert.Throws<ArgumentException>(() => PlanCompiler.Compile(model, Raw with { Dialect = Dialect.HalfUp }));
    }

    [Theory]
    [InlineData(InputEncoding.Raw, ResultForm.MeanSquare, "results are a mean square")]
    [InlineData(InputEncoding.UInt8Minus128, ResultForm.Rounded, "the input encoding is uint8-minus-128; tensor 0 is FLOAT32")]
    public void Options_that_do_not_fit_the_model_are_refused(InputEncoding encoding, ResultForm form, string problem)
    {
        OperatorModel quantize = OperatorModel.All().Single(model => model.Code == BuiltinOperator.Quantize);
        TfliteModel model = TfliteModel.Parse(quantize.Write(), "quantize");
        var error = Assert.Throws<PlanFormatException>(
            () => PlanCompiler.Compile(model, Raw with { InputEncoding = encoding, ResultForm = form }));
        Assert.StartsWith(problem, error.Problem, StringComparison.Ordinal);
    }

    private static byte[] CompileKeywords() => PlanCompiler.Compile(
        OfficialModels.Load("kws_ref_model.tflite"),
        new PlanOptions { ModelId = "kws01", ResultForm = ResultForm.Cut, Dialect = Dialect.SingleRounding });

    private static byte[]? TryCompile(TfliteModel model)
    {
        try
        {
            return PlanCompiler.Compile(model, Raw);
        }
        catch (UnsupportedOperatorException)
        {
            return null;
        }
    }

    private static PlanMachine RunBoth(Interpreter interpreter, byte[] plan, byte[] upload, byte[] content)
    {
        var machine = new PlanMachine(plan);
        interpreter.SetInput(0, content);
        machine.Load(upload);
        var observer = new StepObserver(machine);
        interpreter.Invoke(observer);
        Assert.Equal(machine.Operators.Length, observer.Steps);
        machine.Run();
        Assert.True(interpreter.Outputs[0].Bytes.SequenceEqual(machine.Output), "a second inference on the same upload differs");
        return machine;
    }

    /// <summary>Runs the machine operator by operator beside the interpreter.</summary>
    private sealed class StepObserver(PlanMachine machine) : IOperatorObserver
    {
        public int Steps { get; private set; }

        public void Computed(ModelOperator @operator, ReadOnlySpan<Tensor> outputs)
        {
            PageOperator current = machine.Operators[Steps++];
            machine.Run(current);
            Assert.True(outputs[0].Bytes.SequenceEqual(machine.Content(current.Output)), $"operator {@operator.Index} ({@operator.Name}) differs");
        }
    }
}
