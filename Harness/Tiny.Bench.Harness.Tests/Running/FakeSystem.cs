using Tiny.Bench.Core.Systems;

namespace Tiny.Bench.Harness.Running;

/// <summary>A system that answers by a function and takes as long as the test says.</summary>
internal sealed class FakeSystem(int inputByteCount, Func<byte[], InferenceResult> answer) : ISystemUnderTest
{
    public string Name => "fake";

    public RunKind Kind => RunKind.Simulated;

    public bool TakesRawSamples { get; init; }

    public int InputByteCount => inputByteCount;

    public QuantizationParameters? InputQuantization { get; init; }

    public QuantizationParameters? OutputQuantization { get; init; }

    /// <summary>The host's clock, which goes on while the system computes.</summary>
    public ManualTime Time { get; init; } = new();

    /// <summary>What one inference takes.</summary>
    public Func<byte[], TimeSpan> Latency { get; init; } = _ => TimeSpan.FromMilliseconds(1);

    /// <summary>What the system's own clock makes of a true time.</summary>
    public Func<TimeSpan, TimeSpan> Clock { get; init; } = time => time;

    public List<byte[]> Inferred { get; } = [];

    public List<byte[]> Loaded { get; } = [];

    public List<(int Count, int Warmup)> Batches { get; } = [];

    public static FakeSystem Classifier(int inputByteCount, Func<byte[], float[]> scores) =>
        new(inputByteCount, input => new InferenceResult(scores(input), input));

    public ValueTask<InferenceResult> InferAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Inferred.Add(input.ToArray());
        Time.Advance(Latency(input.ToArray()));
        return ValueTask.FromResult(answer(input.ToArray()));
    }

    public ValueTask LoadAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        Loaded.Add(input.ToArray());
        return ValueTask.CompletedTask;
    }

    public ValueTask<TimeSpan> InferAsync(int count, int warmup, CancellationToken cancellationToken)
    {
        Batches.Add((count, warmup));
        TimeSpan one = Latency(Loaded[^1]);
        Time.Advance((count + warmup) * one);
        return ValueTask.FromResult(Clock(count * one));
    }
}
