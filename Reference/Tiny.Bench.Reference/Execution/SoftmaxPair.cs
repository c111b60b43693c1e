using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Execution;

/// <summary>A model in one dialect with either softmax, for the time of one where its only softmax is its last operator.</summary>
/// <remarks>As an <see cref="Interpreter"/>, not safe for use by several threads at once.</remarks>
public sealed class SoftmaxPair
{
    private readonly bool _lastOnly;
    private readonly bool _hasSoftmax;

    /// <summary>Prepares the model twice.</summary>
    /// <exception cref="ModelFormatException">The model cannot be prepared.</exception>
    public SoftmaxPair(TfliteModel model, Dialect dialect, KernelSet kernels = KernelSet.Plain)
    {
        FixedPoint = new Interpreter(model, new InterpreterOptions { Dialect = dialect, Softmax = SoftmaxRule.FixedPoint, Kernels = kernels });
        TruncatingFloat = new Interpreter(model, new InterpreterOptions { Dialect = dialect, Softmax = SoftmaxRule.TruncatingFloat, Kernels = kernels });
        int[] positions = [.. Enumerable.Range(0, FixedPoint.Operators.Length).Where(IsSoftmax)];
        _hasSoftmax = positions.Length > 0;
        _lastOnly = positions is [var only] && only > 0 && only == FixedPoint.Operators.Length - 1 && IsFedByPredecessor(only);
    }

    /// <summary>The model with the reference's softmax.</summary>
    public Interpreter FixedPoint { get; }

    /// <summary>The model with the softmax that cuts.</summary>
    public Interpreter TruncatingFloat { get; }

    /// <summary>The interpreter of a rule; its outputs are valid after <see cref="Invoke"/> until the next one.</summary>
    public Interpreter Of(SoftmaxRule rule) => rule == SoftmaxRule.FixedPoint || !_hasSoftmax ? FixedPoint : TruncatingFloat;

    /// <summary>Runs one inference from reset variables, of a model with one input.</summary>
    /// <param name="input">Exactly the bytes of the input tensor.</param>
    public void Invoke(ReadOnlySpan<byte> input)
    {
        Run(FixedPoint, input);
        if (_lastOnly)
        {
            FixedPoint.Operators[^2].Outputs[0].Bytes.CopyTo(TruncatingFloat.Operators[^2].Outputs[0].Write<byte>());
            TruncatingFloat.Operators[^1].Kernel.Invoke();
        }
        else if (_hasSoftmax)
        {
            Run(TruncatingFloat, input);
        }
    }

    private static void Run(Interpreter interpreter, ReadOnlySpan<byte> input)
    {
        interpreter.ResetVariables();
        interpreter.SetInput(0, input);
        interpreter.Invoke();
    }

    private bool IsSoftmax(int position) => FixedPoint.Operators[position].Model.Code == BuiltinOperator.Softmax;

    private bool IsFedByPredecessor(int position) =>
        FixedPoint.Operators[position].Model.Inputs is [var input] && FixedPoint.Operators[position - 1].Outputs[0].Index == input;
}
