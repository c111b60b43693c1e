using Tiny.Bench.Core.Systems;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Models;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Harness.Systems;

public sealed class HostSystemTests
{
    // Softmax has scale 1/256 and zero point -128, so a score is (code + 128) / 256.
    [SkippableFact]
    public async Task Scores_are_the_output_codes_as_real_numbers()
    {
        HostSystem system = Kws(TimeProvider.System);

        InferenceResult result = await system.InferAsync(new byte[490], CancellationToken.None);

        Assert.Equal(Array.ConvertAll(result.Output.ToArray(), code => ((sbyte)code + 128) / 256f), result.Scores);
        Assert.Equal(490, system.InputByteCount);
        Assert.Equal(new QuantizationParameters(1 / 256f, -128), system.OutputQuantization);
    }

    [SkippableFact]
    public async Task Time_is_that_of_the_clock_it_was_given_without_the_warmup()
    {
        var clock = new StepClock();
        HostSystem system = Kws(clock);
        await system.LoadAsync(new byte[490], CancellationToken.None);

        Assert.Equal(TimeSpan.FromSeconds(1), await system.InferAsync(count: 2, warmup: 1, CancellationToken.None));
        Assert.Equal(2, clock.Readings);
    }

    [SkippableFact]
    public async Task Cancellation_ends_a_batch()
    {
        HostSystem system = Kws(TimeProvider.System);
        await system.LoadAsync(new byte[490], CancellationToken.None);
        await Assert.ThrowsAsync<OperationCanceledException>(
            async () => await system.InferAsync(count: int.MaxValue, warmup: 0, new CancellationToken(canceled: true)));
    }

    private static HostSystem Kws(TimeProvider clock) => new(new Interpreter(TfliteModel.Load(Official.Model("kws_ref_model.tflite"))), clock);

    // A second passes between two readings.
    private sealed class StepClock : TimeProvider
    {
        public int Readings { get; private set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Readings++;
    }
}
