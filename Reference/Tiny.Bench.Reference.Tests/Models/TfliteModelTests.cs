namespace Tiny.Bench.Reference.Models;

public sealed class TfliteModelTests
{
    [Fact]
    public void Reads_what_a_small_file_says()
    {
        TfliteModel model = Read(new TinyModel());

        Assert.Equal("tiny.tflite", model.Source);
        Assert.Equal(3u, model.SchemaVersion);
        Assert.Equal("made by hand", model.Description);
        ModelSubgraph graph = Assert.Single(model.Subgraphs);
        Assert.Same(graph, model.Main);
        Assert.Equal("main", graph.Name);
        Assert.Equal([0], graph.Inputs);
        Assert.Equal([3], graph.Outputs);
        Assert.Equal("RELU ADD", string.Join(' ', graph.Operators.Select(o => o.Name)));
        Assert.Equal([1, 2], graph.Operators[1].Inputs);
        Assert.Equal([3], graph.Operators[1].Outputs);
        Assert.Equal("in between constant out", string.Join(' ', graph.Tensors.Select(t => t.Name)));
        Assert.Equal(new Shape(1, 4), graph.Tensors[1].Shape);
        Assert.Equal(TensorType.Int8, graph.Tensors[1].Type);
        Assert.Equal(0.5f, graph.Tensors[1].Quantization.Scale);
        Assert.Equal(0, graph.Tensors[1].Quantization.ZeroPoint);
        Assert.Equal([1, 2, 3, 4], graph.Tensors[2].Data!.Value.ToArray());
        Assert.Equal([false, false, true, false], graph.Tensors.Select(t => t.IsConstant));
    }

    [Fact]
    public void A_constant_is_a_view_into_the_file()
    {
        byte[] file = new TinyModel().Write();
        ReadOnlyMemory<byte> constant = TfliteModel.Parse(file, "tiny.tflite").Main.Tensors[2].Data!.Value;
        Assert.True(file.AsSpan().Overlaps(constant.Span));
    }

    [Fact]
    public void An_absent_field_has_the_schema_default()
    {
        var model = new TinyModel();
        model.Tensors[1] = new FlatFields { [0] = FlatNode.Ints(4) };
        ModelSubgraph graph = Read(model).Main;
        Assert.Equal(TensorType.Float32, graph.Tensors[1].Type);
        Assert.Equal("", graph.Tensors[1].Name);
        Assert.False(graph.Tensors[1].IsVariable);
        Assert.False(graph.Tensors[1].Quantization.IsQuantized);
        Assert.Equal(1, graph.Operators[0].Version);
        Assert.Equal(BuiltinOptionsType.None, graph.Operators[0].Options.Type);
        Assert.Equal(7, graph.Operators[0].Options.Int32(2, 7));
    }

    [Fact]
    public void A_tensor_without_a_shape_is_a_scalar()
    {
        var model = new TinyModel();
        model.Tensors[1].Fields.Remove(0);
        Assert.Equal(1, Read(model).Main.Tensors[1].Shape.ElementCount);
    }

    [Fact]
    public void Reads_scales_and_zero_points_per_channel()
    {
        var model = new TinyModel();
        model.Tensors[2][4] = new FlatFields
        {
            [2] = FlatNode.Floats(0.5f, 1, 2, 4),
            [3] = FlatNode.Longs(0, -1, int.MinValue, int.MaxValue),
            [6] = 1,
        };
        Quantization quantization = Read(model).Main.Tensors[2].Quantization;
        Assert.Equal([0.5f, 1, 2, 4], quantization.Scales.ToArray());
        Assert.Equal([0, -1, int.MinValue, int.MaxValue], quantization.ZeroPoints.ToArray());
        Assert.Equal(1, quantization.Axis);
    }

    [Fact]
    public void A_recorded_range_without_scales_is_no_quantization()
    {
        var model = new TinyModel();
        model.Tensors[1][4] = new FlatFields { [0] = FlatNode.Floats(-1), [1] = FlatNode.Floats(1) };
        Assert.False(Read(model).Main.Tensors[1].Quantization.IsQuantized);
    }

    [Fact]
    public void Reads_options_by_field_number()
    {
        var model = new TinyModel();
        model.Operators[1][3] = (byte)BuiltinOptionsType.Add;
        model.Operators[1][4] = new FlatFields { [0] = (byte)1, [2] = -5, [3] = 0.25f, [4] = FlatNode.Ints(6, 7) };
        OperatorOptions options = Read(model).Main.Operators[1].Options;
        Assert.Equal(BuiltinOptionsType.Add, options.Type);
        Assert.Equal(1, options.Byte(0, 0));
        Assert.Equal(9, options.Byte(1, 9));
        Assert.Equal(-5, options.Int32(2, 0));
        Assert.Equal(0.25f, options.Float32(3, 0));
        Assert.Equal([6, 7], options.Int32Vector(4));
        Assert.True(options.Bool(0, false));
    }

    [Fact]
    public void Options_can_be_read_any_number_of_times()
    {
        var model = new TinyModel();
        model.Operators[1][3] = (byte)BuiltinOptionsType.Add;
        model.Operators[1][4] = new FlatFields { [0] = (byte)1 };
        OperatorOptions options = Read(model).Main.Operators[1].Options;
        for (int read = 0; read < 100_000; read++)
            Assert.Equal(1, options.Byte(0, 0));
    }

    [Theory]
    [InlineData(3, null, BuiltinOperator.Conv2D)]
    [InlineData(3, 3, BuiltinOperator.Conv2D)]
    [InlineData(3, 0, BuiltinOperator.Conv2D)]
    [InlineData(null, 9, BuiltinOperator.FullyConnected)]
    [InlineData(127, 150, (BuiltinOperator)150)]
    [InlineData(null, null, BuiltinOperator.Add)]
    public void The_operator_code_stands_in_one_of_two_fields(int? old, int? current, BuiltinOperator expected)
    {
        var model = new TinyModel();
        model.Codes[0] = CodeOf(old, current);
        Assert.Equal(expected, Read(model).Main.Operators[0].Code);
    }

    [Theory]
    [InlineData(3, 9)]
    [InlineData(127, 9)]
    [InlineData(126, 150)]
    [InlineData(0, 9)]
    public void Two_different_operator_codes_are_refused(int old, int current)
    {
        var model = new TinyModel();
        model.Codes[0] = CodeOf(old, current);
        Refuses(model, $"operator code 0 is {old} in deprecated_builtin_code and {current} in builtin_code");
    }

    [Fact]
    public void A_custom_operator_has_the_name_that_the_file_gives()
    {
        var model = new TinyModel();
        model.Codes[0] = new FlatFields { [0] = (byte)32, [1] = FlatNode.Text("Mfcc"), [2] = 2 };
        ModelOperator custom = Read(model).Main.Operators[0];
        Assert.Equal(BuiltinOperator.Custom, custom.Code);
        Assert.Equal("Mfcc", custom.Name);
        Assert.Equal(2, custom.Version);
    }

    [Fact]
    public void A_buffer_with_an_offset_lies_behind_the_flatbuffer()
    {
        var model = new TinyModel();
        model.Buffers[1] = new FlatFields { [1] = 0x7FFFul, [2] = 4ul };
        byte[] withoutOffset = model.Write();
        model.Buffers[1][1] = (ulong)withoutOffset.Length;
        byte[] file = [.. model.Write(), 9, 8, 7, 6];
        Assert.Equal([9, 8, 7, 6], TfliteModel.Parse(file, "tiny.tflite").Main.Tensors[2].Data!.Value.ToArray());
    }

    [Fact]
    public void Metadata_is_found_by_name()
    {
        var model = new TinyModel();
        model.Root[6] = FlatNode.Tables(
            new FlatFields { [0] = FlatNode.Text("four"), [1] = 1 },
            new FlatFields { [0] = FlatNode.Text("none") });
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>> metadata = Read(model).Metadata;
        Assert.Equal([1, 2, 3, 4], metadata["four"].ToArray());
        Assert.True(metadata["none"].IsEmpty);
    }

    [Fact]
    public void A_tensor_without_elements_that_nobody_writes_is_a_constant()
    {
        var model = new TinyModel();
        model.Tensors[2] = new FlatFields { [0] = FlatNode.Ints(0), [1] = (byte)TensorType.Int32 };
        ModelTensor tensor = Read(model).Main.Tensors[2];
        Assert.True(tensor.IsConstant);
        Assert.Equal(0, tensor.Data!.Value.Length);
    }

    [Fact]
    public void A_tensor_whose_buffer_is_empty_is_computed()
    {
        var model = new TinyModel();
        model.Buffers = [.. model.Buffers, new FlatFields()];
        model.Tensors[1][2] = 2;
        Assert.False(Read(model).Main.Tensors[1].IsConstant);
    }

    [Fact]
    public void A_variable_may_be_read_before_it_is_written()
    {
        var model = new TinyModel();
        model.Tensors[2] = TinyModel.Tensor("state");
        model.Tensors[2][5] = true;
        Assert.True(Read(model).Main.Tensors[2].IsVariable);
    }

    [Fact]
    public void An_operator_may_leave_out_an_input()
    {
        var model = new TinyModel();
        model.Operators[1][1] = FlatNode.Ints(1, -1);
        Assert.Equal([1, -1], Read(model).Main.Operators[1].Inputs);
    }

    [Fact]
    public void A_path_that_does_not_exist_is_an_error_of_the_file_system() =>
        Assert.Throws<FileNotFoundException>(() => TfliteModel.Load("no such model.tflite"));

    internal static TfliteModel Read(TinyModel model) => TfliteModel.Parse(model.Write(), "tiny.tflite");

    internal static void Refuses(TinyModel model, string problem) => Refuses(model.Write(), problem);

    internal static void Refuses(byte[] file, string problem)
    {
        var error = Assert.Throws<ModelFormatException>(() => TfliteModel.Parse(file, "tiny.tflite"));
        Assert.StartsWith("tiny.tflite at byte ", error.Where, StringComparison.Ordinal);
        Assert.Contains(problem, error.Problem, StringComparison.Ordinal);
    }

    private static FlatFields CodeOf(int? old, int? current)
    {
        var code = new FlatFields();
        if (old is { } first)
            code[0] = (byte)first;
        if (current is { } second)
            code[3] = second;
        return code;
    }
}
