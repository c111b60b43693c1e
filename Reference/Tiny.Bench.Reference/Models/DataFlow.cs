namespace Tiny.Bench.Reference.Models;

/// <summary>Follows the operators of a graph in order and says when one reads what nobody wrote, or writes what it must not.</summary>
/// <remarks>Each method gives the problem in words, or null when there is none. Cost is linear in the number of indices.</remarks>
internal sealed class DataFlow
{
    private const int Nobody = -1;

    private readonly ModelTensor[] _tensors;
    private readonly bool[] _readable;
    private readonly bool[] _isInput;
    private readonly int[] _writer;
    private readonly int[] _lastReader;

    /// <summary>
    /// Starts before the first operator. A tensor without elements that is read, but never written, becomes a constant in
    /// <paramref name="tensors"/>.
    /// </summary>
    public DataFlow(ModelTensor[] tensors)
    {
        _tensors = tensors;
        _readable = Array.ConvertAll(tensors, tensor => tensor.IsConstant || tensor.IsVariable);
        _isInput = new bool[tensors.Length];
        _writer = new int[tensors.Length];
        _lastReader = new int[tensors.Length];
        Array.Fill(_writer, Nobody);
        Array.Fill(_lastReader, Nobody);
    }

    /// <summary>The caller sets these before the first operator.</summary>
    public string? AddInputs(ReadOnlySpan<int> inputs)
    {
        foreach (int input in inputs)
        {
            if (_tensors[input].IsConstant)
                return $"has the constant tensor {input} as an input";
            if (_isInput[input])
                return $"has tensor {input} as an input twice";
            _isInput[input] = true;
            _readable[input] = true;
        }

        return null;
    }

    /// <summary>The next operator reads its inputs, then writes its outputs.</summary>
    public string? AddOperator(ModelOperator current)
    {
        foreach (int input in current.Inputs)
        {
            if (input < 0)
                continue;
            if (!CanRead(input))
                return $"reads tensor {input} before an operator has written it";
            _lastReader[input] = current.Index;
        }

        foreach (int output in current.Outputs)
        {
            if (Write(output, current.Index) is { } problem)
                return problem;
        }

        return null;
    }

    /// <summary>The caller reads these after the last operator.</summary>
    public string? AddOutputs(ReadOnlySpan<int> outputs)
    {
        foreach (int output in outputs)
        {
            if (!CanRead(output))
                return $"has tensor {output} as an output, but no operator writes it";
        }

        return null;
    }

    private string? Write(int output, int writer)
    {
        if (_lastReader[output] == writer)
            return $"reads and writes tensor {output}";
        if (_tensors[output].IsConstant)
            return $"writes tensor {output}, which is a constant";
        if (_isInput[output])
            return $"writes tensor {output}, which is an input of the graph";
        if (_writer[output] != Nobody)
            return $"writes tensor {output}, which operator {_writer[output]} has written";
        _writer[output] = writer;
        _readable[output] = true;
        return null;
    }

    // A constant without elements has an empty buffer, as a computed tensor has: the axes of a reduction over none, the shape of a scalar.
    private bool CanRead(int index)
    {
        if (!_readable[index] && _tensors[index].Shape.ElementCount == 0)
        {
            _tensors[index] = _tensors[index] with { Data = ReadOnlyMemory<byte>.Empty };
            _readable[index] = true;
        }

        return _readable[index];
    }
}
