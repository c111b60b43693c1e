using System.Runtime.CompilerServices;

namespace Tiny.Bench.Boards.Energy.Traces;

/// <summary>The traces in the MLCommons runner's <c>results.json</c>, one a trial, put end to end: joules a millisecond.</summary>
/// <remarks>
/// The meter samples through the whole session and the runner cuts what came by trials, so that the end of one is the start of the next.
/// Source: mlcommons/tiny benchmark/runner, power_manager.py and main.py, via spec/mlperf-tiny.md section 2.
/// </remarks>
public sealed class MlcommonsTrace : IEnergyTrace
{
    private const double SampleRate = 1000;
    private const int BlockSamples = 1 << 13;

    private readonly TraceInput _input;
    private readonly IReadOnlyList<TraceEvent> _events;

    private MlcommonsTrace(TraceInput input, IReadOnlyList<MlcommonsTrial> trials)
    {
        _input = input;
        Trials = trials;
        _events = Concatenate(trials);
        double?[] volts = [.. trials.Select(trial => trial.SupplyVolts).Distinct()];
        Header = new TraceHeader
        {
            Source = input.Name,
            SampleRate = SampleRate,
            Quantity = TraceQuantity.EnergyPerSample,
            SupplyVolts = volts is [> 0] ? volts[0] : null,
            Meter = "MLCommons runner",
        };
    }

    /// <inheritdoc/>
    public TraceHeader Header { get; }

    /// <summary>The trials in order, as far as they have samples.</summary>
    public IReadOnlyList<MlcommonsTrial> Trials { get; }

    /// <summary>Opens a trace; null when the file holds results without samples of a meter.</summary>
    /// <exception cref="TraceException">The file is no JSON, or events and samples in it do not fit.</exception>
    public static async Task<MlcommonsTrace?> OpenAsync(TraceInput input, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        var reader = new MlcommonsReader(input.Name, []);
        await using Stream stream = input.Open();
        await foreach (int _ in JsonChunks.ReadAsync(stream, input.Name, reader.Take, cancellationToken).ConfigureAwait(false))
        {
            // Without a buffer the reader never stops for its samples.
        }

        MlcommonsTrial[] trials = [.. reader.Trials.Where(trial => trial.Samples > 0 || trial.Events.Count > 0)];
        return trials.Length > 0 ? new MlcommonsTrace(input, trials) : null;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<TraceBlock> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        double[] values = new double[BlockSamples];
        var reader = new MlcommonsReader(_input.Name, values);
        long position = 0;
        await using Stream stream = _input.Open();
        await foreach (int _ in JsonChunks.ReadAsync(stream, _input.Name, reader.Take, cancellationToken).ConfigureAwait(false))
        {
            int count = reader.TakeSamples();
            yield return new TraceBlock { First = position, Values = values.AsMemory(0, count), Events = position == 0 ? _events : [] };
            position += count;
        }
    }

    private static List<TraceEvent> Concatenate(IReadOnlyList<MlcommonsTrial> trials)
    {
        var events = new List<TraceEvent>();
        long offset = 0;
        foreach (MlcommonsTrial trial in trials)
        {
            foreach ((string label, long sample) in trial.Events)
                events.Add(new TraceEvent(label, offset + sample, trial.Index));
            offset += trial.Samples;
        }

        return events;
    }
}
