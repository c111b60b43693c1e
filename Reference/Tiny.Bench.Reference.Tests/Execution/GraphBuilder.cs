using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Execution;

/// <summary>Graphs for the planner: INT8 tensors of a given number of bytes; what the operators compute does not matter.</summary>
internal sealed class GraphBuilder
{
    private readonly List<ModelTensor> _tensors = [];
    private readonly List<ModelOperator> _operators = [];

    public List<int> Inputs { get; } = [];

    public List<int> Outputs { get; } = [];

    public int TensorCount => _tensors.Count;

    public int OperatorCount => _operators.Count;

    /// <summary>Adds a tensor and gives its index.</summary>
    public int Tensor(int bytes, bool variable = false, bool constant = false, TensorType type = TensorType.Int8, string name = "")
    {
        _tensors.Add(new ModelTensor
        {
            Index = _tensors.Count,
            Name = name,
            Type = type,
            Shape = new Shape(bytes),
            Quantization = Quantization.None,
            IsVariable = variable,
            Data = constant ? new ReadOnlyMemory<byte>(new byte[bytes]) : (ReadOnlyMemory<byte>?)null,
        });
        return _tensors.Count - 1;
    }

    /// <summary>Adds an operator; -1 is an input that is left out.</summary>
    public GraphBuilder Operator(int[] inputs, int[] outputs, BuiltinOperator code = BuiltinOperator.Add)
    {
        _operators.Add(new ModelOperator
        {
            Index = _operators.Count,
            Code = code,
            Version = 1,
            Inputs = inputs,
            Outputs = outputs,
            Options = new OperatorOptions(BuiltinOptionsType.None, null),
        });
        return this;
    }

    public ModelSubgraph Build() => new()
    {
        Name = "made by hand",
        Tensors = _tensors,
        Inputs = Inputs,
        Outputs = Outputs,
        Operators = _operators,
    };
}
