namespace Tiny.Bench.Reference.Models;

/// <summary>Files that are flatbuffers but contradict themselves: each message says where and what was expected.</summary>
public sealed class TfliteModelRulesTests
{
    private readonly TinyModel _model = new();

    [Fact]
    public void Another_schema_version()
    {
        _model.Root[0] = 2;
        Refuses("the schema version is 2; expected 3");
    }

    [Fact]
    public void Another_kind_of_file() =>
        TfliteModelTests.Refuses(FlatBufferWriter.Write(new FlatFields { [0] = 3 }, "TFL2"), "the file identifier is not TFL3");

    [Fact]
    public void No_subgraph()
    {
        _model.Root[2] = FlatNode.Tables();
        Refuses("there is no subgraph");
    }

    [Fact]
    public void A_first_buffer_with_content()
    {
        _model.Buffers[0] = new FlatFields { [0] = FlatNode.Bytes(1) };
        Refuses("buffer 0 holds 1 bytes; expected none");
    }

    [Theory]
    [InlineData(1000ul, 4ul)]
    [InlineData(100ul, ulong.MaxValue)]
    [InlineData(ulong.MaxValue, 1ul)]
    public void A_buffer_beyond_the_file(ulong offset, ulong size)
    {
        _model.Buffers[1] = new FlatFields { [1] = offset, [2] = size };
        Refuses($"buffer 1 takes {size} bytes at offset {offset}; the file has");
    }

    [Fact]
    public void A_buffer_inside_and_outside()
    {
        _model.Buffers[1][1] = 8ul;
        _model.Buffers[1][2] = 4ul;
        Refuses("buffer 1 has 4 bytes inside and 4 at offset 8; expected one of them");
    }

    [Theory]
    [InlineData(18)]
    [InlineData(255)]
    public void An_unknown_type(int type)
    {
        _model.Tensors[1][1] = (byte)type;
        Refuses($"tensor 1 has type {type}; expected 0 to 17");
    }

    [Fact]
    public void A_buffer_that_is_not_there()
    {
        _model.Tensors[2][2] = 2;
        Refuses("tensor 2 lies in buffer 2; the model has 2");
    }

    [Fact]
    public void A_buffer_index_above_31_bits()
    {
        _model.Tensors[2][2] = uint.MaxValue;
        Refuses("tensor 2 lies in buffer 4294967295; the model has 2");
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public void A_constant_of_another_length(int elements)
    {
        _model.Tensors[2][0] = FlatNode.Ints(elements);
        Refuses($"tensor 2 has 4 bytes of constant; expected {elements} for INT8 [{elements}]");
    }

    [Fact]
    public void A_negative_extent()
    {
        _model.Tensors[1][0] = FlatNode.Ints(1, -1);
        Refuses("tensor 1 has an extent of -1; expected at least 0");
    }

    [Theory]
    [InlineData(65536, 65536)]
    [InlineData(int.MaxValue, 2)]
    public void A_shape_whose_count_overflows(int height, int width)
    {
        _model.Tensors[1][0] = FlatNode.Ints(height, width);
        Refuses($"tensor 1 has shape [{height},{width}]; expected at most 2147483647 elements");
    }

    [Fact]
    public void A_shape_whose_count_overflows_beside_an_extent_of_zero()
    {
        _model.Tensors[1][0] = FlatNode.Ints(0, 65536, 65536);
        Refuses("tensor 1 has shape [0,65536,65536]; expected at most");
    }

    [Fact]
    public void A_shape_whose_bytes_overflow()
    {
        _model.Tensors[1][0] = FlatNode.Ints(1 << 29);
        _model.Tensors[1][1] = (byte)TensorType.Float32;
        Refuses("tensor 1 takes 2147483648 bytes (FLOAT32 [536870912])");
    }

    [Fact]
    public void More_axes_than_any_kernel_has()
    {
        _model.Tensors[1][0] = FlatNode.Ints(Enumerable.Repeat(1, 17).ToArray());
        Refuses("a vector has 17 elements; expected at most 16");
    }

    [Fact]
    public void A_sparse_tensor()
    {
        _model.Tensors[2][6] = new FlatFields();
        Refuses("tensor 2 is sparse");
    }

    [Fact]
    public void A_variable_with_a_constant()
    {
        _model.Tensors[2][5] = true;
        Refuses("tensor 2 is variable and has a constant");
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(-0.5f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_scale_that_is_not_positive_and_finite(float scale)
    {
        _model.Tensors[1][4] = TinyModel.Quantization(scale);
        Refuses($"tensor 1 has scale {scale}; expected a finite one above 0");
    }

    [Fact]
    public void More_zero_points_than_scales()
    {
        _model.Tensors[1][4] = new FlatFields { [2] = FlatNode.Floats(1), [3] = FlatNode.Longs(0, 0) };
        Refuses("tensor 1 has 2 zero points for 1 scales");
    }

    [Theory]
    [InlineData(1L << 31)]
    [InlineData(-(1L << 31) - 1)]
    public void A_zero_point_beyond_32_bits(long zeroPoint)
    {
        _model.Tensors[1][4] = new FlatFields { [2] = FlatNode.Floats(1), [3] = FlatNode.Longs(zeroPoint) };
        Refuses($"tensor 1 has zero point {zeroPoint}; expected one that fits 32 bits");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void Scales_along_an_axis_that_is_not_there(int axis)
    {
        _model.Tensors[1][4] = new FlatFields { [2] = FlatNode.Floats(1, 1, 1, 1), [6] = axis };
        Refuses($"tensor 1 has 4 scales along axis {axis}; its shape is [1,4]");
    }

    [Fact]
    public void More_scales_than_channels()
    {
        _model.Tensors[1][4] = new FlatFields { [2] = FlatNode.Floats(1, 1, 1, 1, 1), [6] = 1 };
        Refuses("tensor 1 has 5 scales along axis 1; expected 4");
    }

    [Fact]
    public void Custom_quantization()
    {
        _model.Tensors[1][4] = new FlatFields { [2] = FlatNode.Floats(1), [4] = (byte)1, [5] = new FlatFields() };
        Refuses("tensor 1 has quantization details of union member 1; expected none");
    }

    [Fact]
    public void An_operator_code_that_is_not_there()
    {
        _model.Operators[0][0] = 2;
        Refuses("operator 0 has code 2 of the model's list; it has 2");
    }

    [Fact]
    public void A_negative_operator_code()
    {
        _model.Codes[0] = new FlatFields { [0] = (byte)0xFF };
        Refuses("operator code 0 is -1; expected at least 0");
    }

    [Fact]
    public void An_operator_version_below_one()
    {
        _model.Codes[0][2] = 0;
        Refuses("operator code 0 (RELU) has version 0; expected at least 1");
    }

    [Fact]
    public void A_custom_operator_without_a_name()
    {
        _model.Codes[0] = TinyModel.Code(32);
        Refuses("operator code 0 is CUSTOM without a name");
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(4)]
    public void An_operator_that_reads_a_tensor_that_is_not_there(int tensor)
    {
        _model.Operators[0][1] = FlatNode.Ints(tensor);
        Refuses($"the operator's inputs have tensor {tensor}; expected -1 to 3");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(4)]
    public void An_operator_that_writes_a_tensor_that_is_not_there(int tensor)
    {
        _model.Operators[0][2] = FlatNode.Ints(tensor);
        Refuses($"the operator's outputs have tensor {tensor}; expected 0 to 3");
    }

    [Fact]
    public void A_graph_input_that_is_not_there()
    {
        _model.Graph[1] = FlatNode.Ints(-1);
        Refuses("the graph's inputs have tensor -1; expected 0 to 3");
    }

    [Fact]
    public void A_graph_input_that_is_a_constant()
    {
        _model.Graph[1] = FlatNode.Ints(0, 2);
        Refuses("the graph has the constant tensor 2 as an input");
    }

    [Fact]
    public void The_same_graph_input_twice()
    {
        _model.Graph[1] = FlatNode.Ints(0, 0);
        Refuses("the graph has tensor 0 as an input twice");
    }

    [Fact]
    public void A_graph_output_that_nobody_writes()
    {
        _model.Operators = [_model.Operators[0]];
        Refuses("the graph has tensor 3 as an output, but no operator writes it");
    }

    [Fact]
    public void Reading_before_writing()
    {
        Array.Reverse(_model.Operators);
        Refuses("operator 0 (ADD) reads tensor 1 before an operator has written it");
    }

    [Fact]
    public void Reading_and_writing_the_same_tensor()
    {
        _model.Operators[0][2] = FlatNode.Ints(0);
        Refuses("operator 0 (RELU) reads and writes tensor 0");
    }

    [Fact]
    public void Writing_a_constant()
    {
        _model.Operators[0][2] = FlatNode.Ints(2);
        Refuses("operator 0 (RELU) writes tensor 2, which is a constant");
    }

    [Fact]
    public void Writing_an_input_of_the_graph()
    {
        _model.Operators[1][2] = FlatNode.Ints(0);
        Refuses("operator 1 (ADD) writes tensor 0, which is an input of the graph");
    }

    [Fact]
    public void Writing_what_another_operator_has_written()
    {
        _model.Operators = [_model.Operators[0], TinyModel.Operator(0, [0], [1])];
        Refuses("operator 1 (RELU) writes tensor 1, which operator 0 has written");
    }

    [Fact]
    public void Writing_the_same_output_twice()
    {
        _model.Operators[0][2] = FlatNode.Ints(1, 1);
        Refuses("operator 0 (RELU) writes tensor 1, which operator 0 has written");
    }

    [Fact]
    public void Options_without_their_table()
    {
        _model.Operators[1][3] = (byte)11;
        Refuses("operator 1 has options of union member 11 without their table");
    }

    [Fact]
    public void A_table_of_options_without_a_type()
    {
        _model.Operators[1][4] = new FlatFields();
        Refuses("operator 1 has a table of options that does not say which");
    }

    [Fact]
    public void Metadata_in_a_buffer_that_is_not_there()
    {
        _model.Root[6] = FlatNode.Tables(new FlatFields { [0] = FlatNode.Text("m"), [1] = 2 });
        Refuses("metadata 'm' lies in buffer 2; the model has 2");
    }

    [Fact]
    public void The_same_metadata_twice()
    {
        var entry = new FlatFields { [0] = FlatNode.Text("m") };
        _model.Root[6] = FlatNode.Tables(entry, entry);
        Refuses("metadata 'm' is there twice");
    }

    private void Refuses(string problem) => TfliteModelTests.Refuses(_model, problem);
}
