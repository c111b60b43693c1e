using Tiny.Bench.Core.Systems;
using Tiny.Bench.Reference;
using Tiny.Bench.Reference.Execution;

namespace Tiny.Bench.Harness.Conformance;

/// <summary>The host's interpreter as a board that shows its operators; operator i takes 100 + i ticks.</summary>
internal sealed class TracingHost(Interpreter interpreter) : IOperatorTracing
{
    public string Name => "tracing host";

    public RunKind Kind => RunKind.Simulated;

    public TickClock Clock => new(1_000_000_000, 0);

    public bool TakesRawSamples => false;

    public int InputByteCount => interpreter.Inputs[0].Bytes.Length;

    public QuantizationParameters? InputQuantization => null;

    public QuantizationParameters? OutputQuantization => null;

    public bool DropsTheLast { get; set; }

    /// <summary>Ticks of each inference, one after the other; the last one repeats.</summary>
    public Queue<long> Ticks { get; } = new([42]);

    public ValueTask<IReadOnlyList<OperatorTrace>> TraceAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        RecordedOutputs outputs = Run(input);
        int count = interpreter.Operators.Length - (DropsTheLast ? 1 : 0);
        return ValueTask.FromResult<IReadOnlyList<OperatorTrace>>(
            [.. Enumerable.Range(0, count).Select(index => new OperatorTrace(index, Crc32.Compute(outputs[index]), 100 + index))]);
    }

    public ValueTask<byte[]> FetchOutputAsync(int operatorIndex, ReadOnlyMemory<byte> input, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Run(input)[operatorIndex]);

    public ValueTask<long> CountTicksAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult(Ticks.Count > 1 ? Ticks.Dequeue() : Ticks.Peek());

    public ValueTask LoadAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask<InferenceResult> InferAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<TimeSpan> InferAsync(int count, int warmup, CancellationToken cancellationToken) => throw new NotSupportedException();

    private RecordedOutputs Run(ReadOnlyMemory<byte> input)
    {
        var outputs = new RecordedOutputs();
        interpreter.SetInput(0, input.Span);
        interpreter.Invoke(outputs);
        return outputs;
    }
}
