namespace Tiny.Bench.Reference.Models;

/// <summary>
/// A valid model to be spoilt: RELU from tensor 0 to 1, then ADD of tensor 1 and the constant tensor 2 to tensor 3; all INT8 [1,4].
/// </summary>
internal sealed class TinyModel
{
    public TinyModel()
    {
        Codes = [Code(19), Code(0)];
        Buffers = [new FlatFields(), new FlatFields { [0] = FlatNode.Bytes(1, 2, 3, 4) }];
        Tensors = [Tensor("in"), Tensor("between"), Tensor("constant", buffer: 1), Tensor("out")];
        Operators = [Operator(0, [0], [1]), Operator(1, [1, 2], [3])];
        Graph = new FlatFields
        {
            [1] = FlatNode.Ints(0),
            [2] = FlatNode.Ints(3),
            [4] = FlatNode.Text("main"),
        };
        Root = new FlatFields
        {
            [0] = 3,
            [3] = FlatNode.Text("made by hand"),
        };
    }

    public FlatFields Root { get; }

    public FlatFields Graph { get; }

    public FlatFields[] Codes { get; set; }

    public FlatFields[] Buffers { get; set; }

    public FlatFields[] Tensors { get; set; }

    public FlatFields[] Operators { get; set; }

    public static FlatFields Code(byte code) => new() { [0] = code };

    public static FlatFields Tensor(string name, int buffer = 0) => new()
    {
        [0] = FlatNode.Ints(1, 4),
        [1] = (byte)TensorType.Int8,
        [2] = buffer,
        [3] = FlatNode.Text(name),
        [4] = Quantization(0.5f),
    };

    public static FlatFields Quantization(params float[] scales) => new() { [2] = FlatNode.Floats(scales) };

    public static FlatFields Operator(int code, int[] inputs, int[] outputs) => new()
    {
        [0] = code,
        [1] = FlatNode.Ints(inputs),
        [2] = FlatNode.Ints(outputs),
    };

    /// <summary>The file; fields of <see cref="Root"/> and <see cref="Graph"/> that a test has set stay.</summary>
    public byte[] Write()
    {
        Graph.Fields.TryAdd(0, FlatNode.Tables(Tensors));
        Graph.Fields.TryAdd(3, FlatNode.Tables(Operators));
        Root.Fields.TryAdd(1, FlatNode.Tables(Codes));
        Root.Fields.TryAdd(2, FlatNode.Tables(Graph));
        Root.Fields.TryAdd(4, FlatNode.Tables(Buffers));
        return FlatBufferWriter.Write(Root);
    }
}
