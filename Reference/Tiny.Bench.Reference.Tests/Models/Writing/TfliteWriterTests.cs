using System.Runtime.InteropServices;
using Tiny.Bench.Reference.Execution;

namespace Tiny.Bench.Reference.Models.Writing;

/// <summary>What is written is what was read: by the tables' fields, and by the bytes that every operator computes.</summary>
public sealed class TfliteWriterTests
{
    public static TheoryData<string> Files => [.. OfficialModels.Files];

    public static TheoryData<int> Operators => [.. Enumerable.Range(0, OperatorModel.All().Count)];

    [SkippableTheory]
    [MemberData(nameof(Files))]
    public void Official_models_keep_their_tables(string file)
    {
        TfliteModel original = OfficialModels.Load(file);
        TfliteModel written = Rewrite(original);

        Assert.Equal(original.Description, written.Description);
        Assert.Equal(original.Metadata.Keys.Order(StringComparer.Ordinal), written.Metadata.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(original.Metadata["min_runtime_version"].ToArray(), written.Metadata["min_runtime_version"].ToArray());
        SameGraph(original.Main, written.Main);
    }

    [SkippableTheory]
    [MemberData(nameof(Files))]
    public void Official_models_compute_the_same_bytes_in_every_operator(string file)
    {
        TfliteModel original = OfficialModels.Load(file);
        uint[] expected = Checksums(original);

        Assert.Equal(original.Main.Operators.Count, expected.Length);
        Assert.Equal(expected, Checksums(Rewrite(original)));
    }

    // Each of these models sets options that differ from the schema's defaults.
    [Theory]
    [MemberData(nameof(Operators))]
    public void Every_operator_with_a_kernel_keeps_its_options(int index)
    {
        OperatorModel model = OperatorModel.All()[index];
        TfliteModel written = Rewrite(TfliteModel.Parse(model.Write(), "original"));

        OperatorOptions options = Assert.Single(written.Main.Operators).Options;
        Assert.Equal(model.OptionsType, options.Type);
        foreach ((int field, int value) in model.Options)
            Assert.Equal(value, value is >= 0 and <= byte.MaxValue ? options.Byte(field, ~value) : options.Int32(field, ~value));
        SameGraph(TfliteModel.Parse(model.Write(), "original").Main, written.Main);
    }

    [Fact]
    public void Constants_start_at_a_multiple_of_16_bytes()
    {
        var model = new TinyModel();
        model.Buffers = [.. model.Buffers, new FlatFields { [0] = FlatNode.Bytes(new byte[5]) }, new FlatFields { [0] = FlatNode.Bytes(new byte[4]) }];
        model.Tensors = [.. model.Tensors, TinyModel.Tensor("odd", buffer: 2), TinyModel.Tensor("next", buffer: 3)];
        model.Tensors[4][0] = FlatNode.Ints(5);

        TfliteModel written = Rewrite(TfliteModel.Parse(model.Write(), "original"));

        ModelTensor[] constants = [.. written.Main.Tensors.Where(tensor => tensor.IsConstant)];
        Assert.Equal(3, constants.Length);
        foreach (ModelTensor constant in constants)
        {
            Assert.True(MemoryMarshal.TryGetArray(constant.Data!.Value, out ArraySegment<byte> place));
            Assert.Equal(0, place.Offset % 16);
        }
    }

    [Theory]
    [InlineData(74, 74)]
    [InlineData(126, 126)]
    [InlineData(130, 127)]
    public void A_code_above_126_leaves_a_placeholder_in_the_old_field(int code, int old)
    {
        var model = new TinyModel { Codes = [TinyModel.Code(19), new FlatFields { [0] = (byte)Math.Min(code, 127), [3] = code, [2] = 5 }] };
        byte[] file = TfliteWriter.Write(TfliteModel.Parse(model.Write(), "original"));

        ModelOperator second = TfliteModel.Parse(file, "written").Main.Operators[1];
        Assert.Equal((code, 5), ((int)second.Code, second.Version));
        FlatTable table = new FlatBuffer(file, "written").Root("TFL3"u8).Tables(1)[1];
        Assert.Equal((old, code), (table.Byte(0, 0), table.Int32(3, 0)));
    }

    [Fact]
    public void Custom_operators_variables_left_out_inputs_and_empty_constants_survive()
    {
        var model = new TinyModel { Codes = [TinyModel.Code(19), new FlatFields { [0] = (byte)32, [1] = FlatNode.Text("mine") }] };
        model.Tensors = [.. model.Tensors, TinyModel.Tensor("state"), TinyModel.Tensor("none")];
        model.Tensors[4][5] = true;
        model.Tensors[5][0] = FlatNode.Ints(0);
        model.Operators[1] = TinyModel.Operator(1, [1, -1, 4, 5], [3]);

        ModelSubgraph graph = Rewrite(TfliteModel.Parse(model.Write(), "original")).Main;

        Assert.Equal("mine", graph.Operators[1].CustomName);
        Assert.Equal([1, -1, 4, 5], graph.Operators[1].Inputs);
        Assert.True(graph.Tensors[4].IsVariable);
        Assert.Equal(0, graph.Tensors[5].Data!.Value.Length);
    }

    [Fact]
    public void Options_that_would_be_lost_are_refused_with_the_operator()
    {
        var model = new TinyModel();
        model.Operators[1][3] = (byte)77;
        model.Operators[1][4] = new FlatFields { [0] = 1 };

        var error = Assert.Throws<ModelFormatException>(() => TfliteWriter.Write(TfliteModel.Parse(model.Write(), "original")));
        Assert.Equal("operator 1 (ADD): has options of union member 77, which cannot be written", error.Message);
    }

    private static TfliteModel Rewrite(TfliteModel model) => TfliteModel.Parse(TfliteWriter.Write(model), model.Source);

    private static void SameGraph(ModelSubgraph expected, ModelSubgraph actual)
    {
        Assert.Equal(expected.Name, actual.Name);
        Assert.Equal(expected.Inputs, actual.Inputs);
        Assert.Equal(expected.Outputs, actual.Outputs);
        Assert.Equal(expected.Tensors.Select(Describe), actual.Tensors.Select(Describe), StringComparer.Ordinal);
        Assert.Equal(expected.Operators.Select(Describe), actual.Operators.Select(Describe), StringComparer.Ordinal);
    }

    private static string Describe(ModelTensor tensor) => string.Join(
        ' ',
        tensor.Index,
        tensor.Name,
        tensor.Type,
        tensor.Shape,
        tensor.IsVariable,
        string.Join(',', tensor.Quantization.Scales.ToArray()),
        string.Join(',', tensor.Quantization.ZeroPoints.ToArray()),
        tensor.Quantization.Axis,
        tensor.Data is { } data ? Crc32.Compute(data.Span) : "computed");

    private static string Describe(ModelOperator model) =>
        $"{model.Index} {model.Name} {model.Version} {string.Join(',', model.Inputs)} {string.Join(',', model.Outputs)} {model.Options.Type}";

    private static uint[] Checksums(TfliteModel model)
    {
        var interpreter = new Interpreter(model);
        int length = interpreter.Inputs[0].Bytes.Length;

        // As floats these bytes are small numbers, never NaN.
        interpreter.SetInput(0, [.. Enumerable.Range(0, length).Select(index => (byte)(index % 4 == 3 ? 61 : index * 7))]);
        var observer = new ChecksumRecorder();
        interpreter.Invoke(observer);
        return [.. observer.Checksums];
    }

    private sealed class ChecksumRecorder : IOperatorObserver
    {
        public List<uint> Checksums { get; } = [];

        public void Computed(ModelOperator @operator, ReadOnlySpan<Tensor> outputs) => Checksums.Add(Crc32.Compute(outputs[0].Bytes));
    }
}
