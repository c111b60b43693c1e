using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Quantizing;

/// <summary>A model that takes and gives real numbers, whatever its tensors hold: so a float model and its quantized form can be compared.</summary>
public sealed class RealInterpreter
{
    private readonly Tensor _input;
    private readonly Tensor _output;

    /// <summary>Prepares a model.</summary>
    /// <exception cref="ModelFormatException">The model cannot be prepared, or has not one input and one output of real numbers.</exception>
    public RealInterpreter(TfliteModel model)
    {
        Interpreter = new Interpreter(model);
        if (Interpreter.Inputs.Length != 1 || Interpreter.Outputs.Length != 1)
            throw new ModelFormatException(model.Source, $"has {Interpreter.Inputs.Length} inputs and {Interpreter.Outputs.Length} outputs; expected one of each");
        _input = Interpreter.Inputs[0];
        _output = Interpreter.Outputs[0];
        foreach (Tensor tensor in (Tensor[])[_input, _output])
        {
            bool isReal = tensor.Type == TensorType.Float32 || (tensor.Type is TensorType.Int8 or TensorType.Int16 && tensor.Quantization.Scales.Length == 1);
            if (!isReal)
                throw new ModelFormatException(model.Source, $"has {tensor.Type.SchemaName()} tensor {tensor.Index} at its edge; expected FLOAT32, or INT8 or INT16 with one scale");
        }
    }

    /// <summary>What runs.</summary>
    public Interpreter Interpreter { get; }

    /// <summary>Values that one inference takes.</summary>
    public int InputLength => _input.Shape.ElementCount;

    /// <summary>Values that one inference gives.</summary>
    public int OutputLength => _output.Shape.ElementCount;

    /// <summary>Runs one inference.</summary>
    /// <param name="values"><see cref="InputLength"/> values, not NaN.</param>
    /// <param name="observer">Sees what every operator computed; null for nobody.</param>
    /// <returns><see cref="OutputLength"/> values.</returns>
    public float[] Invoke(ReadOnlySpan<float> values, IOperatorObserver? observer = null)
    {
        Interpreter.ResetVariables();
        Interpreter.SetInput(0, RealCodes.Encode(values, _input.Type, _input.Quantization));
        if (observer is null)
            Interpreter.Invoke();
        else
            Interpreter.Invoke(observer);
        return RealCodes.Decode(_output);
    }
}
