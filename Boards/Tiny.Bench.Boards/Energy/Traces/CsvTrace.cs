using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Tiny.Bench.Boards.Energy.Traces;

/// <summary>A trace in CSV, as the programs of the PPK2, the Joulescope and the Otii export it: the headings say which columns and units.</summary>
/// <remarks>
/// The rate is that of the first thousand rows. Rows then have to keep it: a step of several periods is a gap, one that is no whole number of
/// periods is an error.
/// </remarks>
public sealed class CsvTrace : IEnergyTrace
{
    private const int BlockSamples = 1 << 13;
    private const int RowsForRate = 1000;

    // Times are printed to a digit or two less than the period needs.
    private const double StepSlack = 0.3;

    private readonly TraceInput _input;
    private readonly CsvColumns _columns;

    private CsvTrace(TraceInput input, CsvColumns columns, double rate, double? supplyVolts)
    {
        _input = input;
        _columns = columns;
        Header = new TraceHeader
        {
            Source = input.Name,
            SampleRate = rate,
            Quantity = TraceQuantity.Current,
            HasVoltage = columns.Voltage >= 0,
            SupplyVolts = columns.Voltage >= 0 ? null : supplyVolts,
            Channels = [.. columns.Digital.Select(channel => channel.Name)],
            Meter = "CSV",
        }.Checked();
    }

    /// <inheritdoc/>
    public TraceHeader Header { get; }

    /// <summary>Opens a trace.</summary>
    /// <param name="input">The file.</param>
    /// <param name="supplyVolts">The supply, where the file has no voltage; null when it is not known.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="TraceException">It has no such columns, or too few rows to tell its rate.</exception>
    public static async Task<CsvTrace> OpenAsync(TraceInput input, double? supplyVolts = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        await using Stream stream = input.Open();
        var lines = new TraceLines(stream, input.Name);
        CsvColumns columns = await FindHeadingAsync(lines, cancellationToken).ConfigureAwait(false);
        var times = new List<double>();
        while (times.Count < RowsForRate && await lines.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (!lines.Line.IsEmpty)
                times.Add(Number(lines, Field(lines, columns.Separator, columns.Time)) * columns.SecondsPerUnit);
        }

        return new CsvTrace(input, columns, RateOf(input.Name, times), supplyVolts);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<TraceBlock> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using Stream stream = _input.Open();
        var lines = new TraceLines(stream, _input.Name);
        await FindHeadingAsync(lines, cancellationToken).ConfigureAwait(false);
        double[] amperes = new double[BlockSamples];
        double[] volts = Header.HasVoltage ? new double[BlockSamples] : [];
        var inputs = new DigitalInputs();
        long position = 0;
        int count = 0;
        double? before = null;
        while (await lines.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (lines.Line.IsEmpty)
                continue;
            double seconds = Number(lines, Field(lines, _columns.Separator, _columns.Time)) * _columns.SecondsPerUnit;
            long step = before is { } last ? StepOf(lines, seconds - last) : 1;
            before = seconds;
            if (count > 0 && (step > 1 || count == BlockSamples))
            {
                yield return Block();
                position += count;
                count = 0;
            }

            position += step - 1;
            amperes[count] = Number(lines, Field(lines, _columns.Separator, _columns.Current)) * _columns.AmperesPerUnit;
            if (Header.HasVoltage)
                volts[count] = Number(lines, Field(lines, _columns.Separator, _columns.Voltage)) * _columns.VoltsPerUnit;
            foreach ((int column, string name) in _columns.Digital)
                inputs.Set(name, Field(lines, _columns.Separator, column), position + count);
            count++;
        }

        yield return Block();

        TraceBlock Block() => new()
        {
            First = position,
            Values = amperes.AsMemory(0, count),
            Volts = Header.HasVoltage ? volts.AsMemory(0, count) : default,
            Events = inputs.Take(),
        };
    }

    // Programs write remarks above the heading.
    private static async ValueTask<CsvColumns> FindHeadingAsync(TraceLines lines, CancellationToken cancellationToken)
    {
        while (lines.Number < 100 && await lines.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (CsvColumns.Of(lines.Line) is { } columns)
                return columns;
        }

        throw new TraceException(lines.Where, "no heading with a time and a current was found; expected one like \"Timestamp(ms),Current(uA)\"");
    }

    private static double RateOf(string name, List<double> times)
    {
        if (times.Count < 2)
            throw new TraceException(name, $"has {times.Count} rows; expected two at least, to tell the sample rate");
        double[] steps = [.. times.Zip(times.Skip(1), (one, next) => next - one)];
        Array.Sort(steps);
        double rate = 1 / steps[steps.Length / 2];

        // Printed times are cut: 0.000333 s is 3000 Hz.
        double whole = Math.Round(rate);
        return Math.Abs(rate - whole) < whole * 2e-3 ? whole : rate;
    }

    private long StepOf(TraceLines lines, double seconds)
    {
        double periods = seconds * Header.SampleRate;
        double whole = Math.Round(periods);
        if (!(whole >= 1 && whole < long.MaxValue) || Math.Abs(periods - whole) > StepSlack)
            throw new TraceException(lines.Where, string.Create(CultureInfo.InvariantCulture, $"is {seconds:0.#########} s after the row before; expected a multiple of {1 / Header.SampleRate:0.#########} s"));
        return (long)whole;
    }

    private static ReadOnlySpan<byte> Field(TraceLines lines, byte separator, int column)
    {
        ReadOnlySpan<byte> rest = lines.Line;
        for (int index = 0; index < column; index++)
        {
            int end = rest.IndexOf(separator);
            if (end < 0)
                throw new TraceException(lines.Where, $"has {index + 1} columns; expected {column + 1} at least");
            rest = rest[(end + 1)..];
        }

        int length = rest.IndexOf(separator);
        return (length < 0 ? rest : rest[..length]).Trim((byte)' ');
    }

    private static double Number(TraceLines lines, ReadOnlySpan<byte> field)
    {
        if (!Utf8Parser.TryParse(field, out double value, out int length) || length != field.Length || !double.IsFinite(value))
            throw new TraceException(lines.Where, $"holds \"{Encoding.UTF8.GetString(field)}\"; expected a number");
        return value;
    }
}
