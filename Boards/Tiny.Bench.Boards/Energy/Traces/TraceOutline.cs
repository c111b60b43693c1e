using System.Globalization;

namespace Tiny.Bench.Boards.Energy.Traces;

/// <summary>A stretch of a trace, decimated to so many columns that no peak is lost: of each column the least and the most.</summary>
public sealed record TraceOutline
{
    private const double Rounding = 1e-9;

    /// <summary>What was known before the first sample.</summary>
    public required TraceHeader Header { get; init; }

    /// <summary>Start of the first column, seconds.</summary>
    public required double FromSeconds { get; init; }

    /// <summary>End of the last column, seconds.</summary>
    public required double ToSeconds { get; init; }

    /// <summary>Watts of each column; amperes where no voltage is known.</summary>
    public required IReadOnlyList<TraceColumn> Columns { get; init; }

    /// <summary>Whether columns are watts.</summary>
    public bool IsPower => Header.HasEnergy;

    /// <summary>Decimates.</summary>
    /// <param name="trace">The trace; it is read once.</param>
    /// <param name="fromSeconds">Start, 0 or more.</param>
    /// <param name="toSeconds">End, behind the start; the trace need not reach it.</param>
    /// <param name="columns">How many columns, at least 1.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="TraceException">The trace is torn, or a sample is no number.</exception>
    public static async Task<TraceOutline> OfAsync(IEnergyTrace trace, double fromSeconds, double toSeconds, int columns, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentOutOfRangeException.ThrowIfNegative(fromSeconds);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(toSeconds, fromSeconds);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        TraceHeader header = trace.Header;
        double first = fromSeconds * header.SampleRate;
        double perColumn = (toSeconds - fromSeconds) * header.SampleRate / columns;
        var found = new TraceColumn[columns];
        Array.Fill(found, TraceColumn.Empty);
        await foreach (TraceBlock block in trace.ReadAsync(cancellationToken).ConfigureAwait(false))
            Add(found, block, header, first, perColumn);
        return new TraceOutline { Header = header, FromSeconds = fromSeconds, ToSeconds = toSeconds, Columns = found };
    }

    private static void Add(TraceColumn[] columns, TraceBlock block, TraceHeader header, double first, double perColumn)
    {
        double scale = header switch
        {
            { Quantity: TraceQuantity.EnergyPerSample } => header.SampleRate,
            { HasVoltage: false, SupplyVolts: { } volts } => volts,
            _ => 1,
        };
        ReadOnlySpan<double> values = block.Values.Span;
        ReadOnlySpan<double> supply = block.Volts.Span;
        for (int index = 0; index < values.Length; index++)
        {
            double value = values[index] * (supply.IsEmpty ? scale : supply[index]);
            if (!double.IsFinite(value))
                throw new TraceException(string.Create(CultureInfo.InvariantCulture, $"{header.Source}, sample {block.First + index}"), "is not a finite number");

            // With fewer samples than columns a sample fills all that its period covers. An edge that misses a whole number by its rounding is one.
            double place = ((block.First + index - first) / perColumn) + Rounding;
            int last = (int)Math.Min(columns.Length - 1.0, Math.Max(Math.Floor(place), Math.Ceiling(place + (1 / perColumn) - (2 * Rounding)) - 1));
            for (int column = (int)Math.Max(0, Math.Floor(place)); column <= last; column++)
                columns[column] = columns[column].With(value);
        }
    }
}
