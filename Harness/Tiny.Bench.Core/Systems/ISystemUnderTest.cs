namespace Tiny.Bench.Core.Systems;

/// <summary>A model on something that runs it: the host's interpreter, a board on a link, or a replayed log.</summary>
/// <remarks>One call at a time. Whoever opened the system closes it; the harness never does.</remarks>
public interface ISystemUnderTest
{
    /// <summary>What output and errors call it: model and target.</summary>
    string Name { get; }

    /// <summary>What its times are worth.</summary>
    RunKind Kind { get; }

    /// <summary>
    /// Whether the system itself turns a sample's bytes into its input tensor, as official firmware does: it gets them as the file holds
    /// them, for windows of float32 those of the window. False when it gets the tensor's bytes.
    /// </summary>
    bool TakesRawSamples { get; }

    /// <summary>Bytes of one input.</summary>
    int InputByteCount { get; }

    /// <summary>How real inputs become int8 codes; null when the input tensor is float32, or the system quantizes.</summary>
    QuantizationParameters? InputQuantization { get; }

    /// <summary>What int8 output codes mean; null when the output tensor is float32, or is not known.</summary>
    QuantizationParameters? OutputQuantization { get; }

    /// <summary>Runs one inference.</summary>
    /// <param name="input">Exactly <see cref="InputByteCount"/> bytes; not kept after the call.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="TinyBenchException">The system failed, or answered something it must not.</exception>
    ValueTask<InferenceResult> InferAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken);

    /// <summary>Keeps an input for the timed inferences that follow.</summary>
    /// <param name="input">Exactly <see cref="InputByteCount"/> bytes; copied.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask LoadAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken);

    /// <summary>Runs <paramref name="warmup"/> inferences untimed, then <paramref name="count"/> timed, all on the loaded input.</summary>
    /// <param name="count">At least 1.</param>
    /// <param name="warmup">At least 0.</param>
    /// <param name="cancellationToken">Ends the wait; a board may finish its batch first.</param>
    /// <returns>Time of the <paramref name="count"/> inferences together, by the system's own clock.</returns>
    ValueTask<TimeSpan> InferAsync(int count, int warmup, CancellationToken cancellationToken);
}
