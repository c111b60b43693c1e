using Tiny.Bench.Core.Systems;
using Tiny.Bench.Harness.Running;

namespace Tiny.Bench.Harness.Conformance.Invariants;

/// <summary>Each invariant on a system that keeps it, and on one that breaks it.</summary>
public sealed class InvariantTests
{
    private static readonly byte[] A = [1], B = [2];

    [Fact]
    public async Task A_hundred_runs_of_one_input_give_one_output()
    {
        Assert.Equal(InvariantOutcome.Holds, await CheckAsync(new SameInputSameOutput(), Answering((input, _) => [input])));
        Assert.Equal(InvariantOutcome.Broken, await CheckAsync(new SameInputSameOutput(), Answering((input, run) => [(byte)(run == 100 ? 0 : input)])));
    }

    [Fact]
    public async Task An_input_leaves_no_trace_in_the_next()
    {
        byte before = 0;
        Assert.Equal(InvariantOutcome.Holds, await CheckAsync(new InputsDoNotMix(), Answering((input, _) => [input])));
        Assert.Equal(InvariantOutcome.Broken, await CheckAsync(new InputsDoNotMix(), Answering((input, _) => [(byte)(input + Interlocked.Exchange(ref before, input))])));
    }

    [Fact]
    public async Task A_constant_output_is_no_answer()
    {
        Assert.Equal(InvariantOutcome.Holds, await CheckAsync(new OutputFollowsInput(), Answering((input, _) => [input])));
        Assert.Equal(InvariantOutcome.Broken, await CheckAsync(new OutputFollowsInput(), Answering((_, _) => [7])));
    }

    /// <summary>By hand: three outputs of 85/256 make 255, within floor(3 / 2) + 1 = 2 of 256; three of 84/256 make 252, which is not.</summary>
    [Theory]
    [InlineData(85, InvariantOutcome.Holds)]
    [InlineData(84, InvariantOutcome.Broken)]
    [InlineData(86, InvariantOutcome.Holds)]
    [InlineData(87, InvariantOutcome.Broken)]
    public async Task Probabilities_sum_to_one_within_the_rounding(int each, InvariantOutcome expected)
    {
        byte code = (byte)(sbyte)(each - 128);
        Assert.Equal(expected, await CheckAsync(new SoftmaxMass(), Answering((_, _) => [code, code, code]), endsInSoftmax: true));
    }

    [Fact]
    public async Task Other_outputs_have_no_mass() =>
        Assert.Equal(InvariantOutcome.DoesNotApply, await CheckAsync(new SoftmaxMass(), Answering((_, _) => [0])));

    [Fact]
    public async Task A_lap_that_goes_back_is_seen()
    {
        // A counter of 32 bits that went back by 5 us.
        var back = TimeSpan.FromMicroseconds(uint.MaxValue - 4);
        Assert.Equal(InvariantOutcome.Holds, await CheckAsync(new TimeGoesOn(), Answering((input, _) => [input])));
        Assert.Equal(InvariantOutcome.Broken, await CheckAsync(new TimeGoesOn(), new FakeSystem(1, input => new InferenceResult([], input)) { Clock = _ => back }));
    }

    [Theory]
    [InlineData(256, 0, InvariantOutcome.Holds)]
    [InlineData(256, 1, InvariantOutcome.Broken)]
    [InlineData(0, 0, InvariantOutcome.DoesNotApply)]
    [InlineData(null, 0, InvariantOutcome.DoesNotApply)]
    public async Task A_damaged_guard_is_seen(int? bytes, int damaged, InvariantOutcome expected)
    {
        ArenaGuard? guard = bytes is { } count ? new ArenaGuard(count, damaged) : null;
        Assert.Equal(expected, await CheckAsync(new ArenaGuardWhole(), new GuardedSystem(guard)));
    }

    [Fact]
    public async Task A_system_without_guard_is_not_judged_by_one() =>
        Assert.Equal(InvariantOutcome.DoesNotApply, await CheckAsync(new ArenaGuardWhole(), Answering((input, _) => [input])));

    [Fact]
    public async Task All_of_them_make_one_report()
    {
        var subject = new InvariantSubject { System = Answering((_, _) => [7]), Inputs = [A, B] };
        ConformanceReport report = InvariantReport.Of("invariants", default, await InvariantSuite.CheckAsync(subject, progress: null, CancellationToken.None));
        Assert.Equal("invariant/output-follows-input", Assert.Single(report.Failures).Case);
        Assert.Equal((3, 2), (report.Passed, report.Unsupported.Count));
        Assert.False(report.IsConformant);
    }

    private static async Task<InvariantOutcome> CheckAsync(IInvariant invariant, ISystemUnderTest system, bool endsInSoftmax = false)
    {
        var subject = new InvariantSubject { System = system, Inputs = [A, B], EndsInSoftmax = endsInSoftmax };
        return (await invariant.CheckAsync(subject, CancellationToken.None)).Outcome;
    }

    // Answers from the first byte of the input and the number of the run, from 1.
    private static FakeSystem Answering(Func<byte, int, byte[]> answer)
    {
        int runs = 0;
        return new FakeSystem(1, input => new InferenceResult([], answer(input[0], ++runs)));
    }

    private sealed class GuardedSystem(ArenaGuard? guard) : IArenaGuarded
    {
        private readonly FakeSystem _system = Answering((input, _) => [input]);

        public string Name => _system.Name;

        public RunKind Kind => _system.Kind;

        public bool TakesRawSamples => _system.TakesRawSamples;

        public int InputByteCount => _system.InputByteCount;

        public QuantizationParameters? InputQuantization => null;

        public QuantizationParameters? OutputQuantization => null;

        public ValueTask<InferenceResult> InferAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken) => _system.InferAsync(input, cancellationToken);

        public ValueTask LoadAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken) => _system.LoadAsync(input, cancellationToken);

        public ValueTask<TimeSpan> InferAsync(int count, int warmup, CancellationToken cancellationToken) => _system.InferAsync(count, warmup, cancellationToken);

        public ValueTask<ArenaGuard?> ReadGuardAsync(CancellationToken cancellationToken) => ValueTask.FromResult(guard);
    }
}
