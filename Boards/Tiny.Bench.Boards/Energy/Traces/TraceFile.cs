using Tiny.Bench.Boards.Energy.Lpm01a;

namespace Tiny.Bench.Boards.Energy.Traces;

/// <summary>Opens a trace of any known kind.</summary>
public static class TraceFile
{
    private const string EembcEnd = "-energy.bin";

    /// <summary>Opens a file by its name and its first bytes.</summary>
    /// <param name="path">The file. The events of an EEMBC trace are taken from the file beside it.</param>
    /// <param name="supplyVolts">The supply, for files that hold currents only; null when it is not known.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="TraceException">It is no trace that is known, or a torn one.</exception>
    public static async Task<IEnergyTrace> OpenAsync(string path, double? supplyVolts = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        var input = TraceInput.OfFile(path);
        return Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".JSON" => await MlcommonsTrace.OpenAsync(input, cancellationToken).ConfigureAwait(false)
                ?? throw new TraceException(path, "holds no samples of a meter; expected the results.json of an energy run"),
            ".PPK2" => await Ppk2Trace.OpenAsync(input, supplyVolts, cancellationToken).ConfigureAwait(false),
            ".CSV" or ".TSV" => await CsvTrace.OpenAsync(input, supplyVolts, cancellationToken).ConfigureAwait(false),
            ".JLS" => throw new TraceException(path, "is a JLS file, which is not read; the Joulescope's own program exports it as CSV"),
            ".PPK" => throw new TraceException(path, "is a file of the Power Profiler before version 4; that program saves it as .ppk2 or CSV"),
            _ when EembcTrace.IsOne(path) => await EembcTrace.OpenAsync(input, TimestampsOf(path), supplyVolts, cancellationToken).ConfigureAwait(false),
            _ when Lpm01aCapture.IsOne(path) => await Lpm01aCapture.OpenAsync(input, cancellationToken).ConfigureAwait(false),
            _ => throw new TraceException(path, "is none of the known traces: trace1-energy.bin, results.json, .ppk2, .csv, the capture of an LPM01A"),
        };
    }

    private static TraceInput? TimestampsOf(string path)
    {
        if (!path.EndsWith(EembcEnd, StringComparison.OrdinalIgnoreCase))
            return null;
        string beside = path[..^EembcEnd.Length] + "-timestamps.json";
        return File.Exists(beside) ? TraceInput.OfFile(beside) : null;
    }
}
