using System.Runtime.InteropServices;
using Tiny.Bench.Core.Systems;
using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Datasets.Inputs;
using Tiny.Bench.Harness.Conformance;

namespace Tiny.Bench.Harness.Systems;

/// <summary>The host as a board with reference firmware shows itself: it takes the bytes of a sample, and of its outputs it gives what would be printed.</summary>
/// <param name="host">The host's interpreter.</param>
/// <param name="task">Tells what samples hold and how results are printed.</param>
/// <param name="rawCodes">Whether it prints its int8 codes instead, as some boards do; only for a classifier with an int8 output.</param>
internal sealed class PrintedSystem(HostSystem host, BenchmarkTask task, bool rawCodes) : ISystemUnderTest
{
    /// <inheritdoc/>
    public string Name => host.Name;

    /// <inheritdoc/>
    public RunKind Kind => host.Kind;

    /// <inheritdoc/>
    public bool TakesRawSamples => true;

    /// <inheritdoc/>
    public int InputByteCount =>
        HasRealValues && host.InputQuantization is not null ? host.InputByteCount * sizeof(float) : host.InputByteCount;

    private bool HasRealValues => task.Input is InputKind.Float32Windows or InputKind.Float32;

    /// <inheritdoc/>
    public QuantizationParameters? InputQuantization => null;

    /// <inheritdoc/>
    public QuantizationParameters? OutputQuantization => null;

    /// <inheritdoc/>
    public async ValueTask<InferenceResult> InferAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        InferenceResult result = await host.InferAsync(ToTensor(input), cancellationToken);
        float[] printed = rawCodes
            ? PrintedOutputs.RawCodes(result)
            : task.Results == ResultPrinting.MeanSquare
                ? PrintedOutputs.MeanSquare(MemoryMarshal.Cast<byte, float>(input.Span), result.Scores)
                : PrintedOutputs.Of(task.Results, result.Scores);
        return new InferenceResult(printed, ReadOnlyMemory<byte>.Empty);
    }

    /// <inheritdoc/>
    public ValueTask LoadAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken) => host.LoadAsync(ToTensor(input), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<TimeSpan> InferAsync(int count, int warmup, CancellationToken cancellationToken) => host.InferAsync(count, warmup, cancellationToken);

    private ReadOnlyMemory<byte> ToTensor(ReadOnlyMemory<byte> sample)
    {
        if (!HasRealValues)
            return Preprocessing.ToInput(task.Input, sample.Span);
        return host.InputQuantization is { } quantization
            ? Preprocessing.Quantize(MemoryMarshal.Cast<byte, float>(sample.Span), quantization)
            : sample;
    }
}
