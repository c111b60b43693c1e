using System.Runtime.InteropServices;
using Tiny.Bench.Core.Systems;
using Tiny.Bench.Reference;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Harness.Systems;

/// <summary>The host's own interpreter as a system under test: one input tensor, one output tensor.</summary>
/// <remarks>Variable tensors are reset before every sample, so that samples do not depend on their order.</remarks>
public sealed class HostSystem : ISystemUnderTest
{
    private readonly Interpreter _interpreter;
    private readonly TimeProvider _clock;
    private readonly Tensor _input;
    private readonly Tensor _output;
    private readonly byte[] _loaded;

    /// <summary>Wraps a prepared model.</summary>
    /// <exception cref="ModelFormatException">The model has more than one input or output, or types that a task cannot feed.</exception>
    public HostSystem(Interpreter interpreter, TimeProvider clock)
    {
        _interpreter = interpreter;
        _clock = clock;
        TfliteModel model = interpreter.Model;
        if (interpreter.Inputs.Length != 1 || interpreter.Outputs.Length != 1)
            throw new ModelFormatException(model.Source, $"has {interpreter.Inputs.Length} inputs and {interpreter.Outputs.Length} outputs; a task needs one of each");
        _input = interpreter.Inputs[0];
        _output = interpreter.Outputs[0];
        InputQuantization = QuantizationOf(model, _input);
        OutputQuantization = QuantizationOf(model, _output);
        _loaded = new byte[_input.Bytes.Length];
    }

    /// <inheritdoc/>
    public string Name => $"{_interpreter.Model.Source} on the host ({_interpreter.Dialect.Name()})";

    /// <inheritdoc/>
    public RunKind Kind => RunKind.Measured;

    /// <inheritdoc/>
    public bool TakesRawSamples => false;

    /// <inheritdoc/>
    public int InputByteCount => _loaded.Length;

    /// <inheritdoc/>
    public QuantizationParameters? InputQuantization { get; }

    /// <inheritdoc/>
    public QuantizationParameters? OutputQuantization { get; }

    /// <inheritdoc/>
    public ValueTask<InferenceResult> InferAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _interpreter.ResetVariables();
        _interpreter.SetInput(0, input.Span);
        _interpreter.Invoke();
        return ValueTask.FromResult(new InferenceResult(Scores(), _output.Bytes.ToArray()));
    }

    /// <inheritdoc/>
    public ValueTask LoadAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        input.Span.CopyTo(_loaded);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<TimeSpan> InferAsync(int count, int warmup, CancellationToken cancellationToken)
    {
        Repeat(warmup, cancellationToken);
        long start = _clock.GetTimestamp();
        Repeat(count, cancellationToken);
        return ValueTask.FromResult(_clock.GetElapsedTime(start));
    }

    private void Repeat(int count, CancellationToken cancellationToken)
    {
        for (int done = 0; done < count; done++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _interpreter.SetInput(0, _loaded);
            _interpreter.Invoke();
        }
    }

    private float[] Scores()
    {
        if (OutputQuantization is not { } quantization)
            return _output.Read<float>().ToArray();
        ReadOnlySpan<sbyte> codes = MemoryMarshal.Cast<byte, sbyte>(_output.Bytes);
        var scores = new float[codes.Length];
        for (int index = 0; index < codes.Length; index++)
            scores[index] = quantization.Dequantize(codes[index]);
        return scores;
    }

    private static QuantizationParameters? QuantizationOf(TfliteModel model, Tensor tensor) => tensor.Type switch
    {
        TensorType.Float32 => null,
        TensorType.Int8 when tensor.Quantization.Scales.Length == 1 =>
            new QuantizationParameters(tensor.Quantization.Scale, tensor.Quantization.ZeroPoint),
        _ => throw new ModelFormatException(
            model.Source, $"has {tensor.Type.SchemaName()} tensor {tensor.Index} at its edge; a task needs FLOAT32, or INT8 with one scale"),
    };
}
