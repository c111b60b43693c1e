using Tiny.Bench.Boards.Energy.Traces;
using Tiny.Bench.Core;

namespace Tiny.Bench.Boards.Energy.Checking;

/// <summary>Sums up published traces and holds the published energies against them.</summary>
/// <param name="readReport">What a report says; null when it says nothing of energy. Reports are read by who knows the runners' texts.</param>
public sealed class EnergyCheck(Func<string, PublishedEnergy?> readReport)
{
    /// <summary>Checks every run below a folder, or the one that a file belongs to, in order of their paths.</summary>
    /// <exception cref="MissingFileException">There is neither.</exception>
    public async Task<IReadOnlyList<EnergyFinding>> CheckAsync(string path, CancellationToken cancellationToken)
    {
        var findings = new List<EnergyFinding>();
        foreach (EnergyRun run in EnergyRunFinder.Find(path))
        {
            if (await CheckAsync(run, cancellationToken).ConfigureAwait(false) is { } finding)
                findings.Add(finding);
        }

        return WithoutSiblings(findings);
    }

    private async Task<EnergyFinding?> CheckAsync(EnergyRun run, CancellationToken cancellationToken)
    {
        PublishedEnergy? published = run.Reports.Select(readReport).FirstOrDefault(report => report is not null);
        if (run.TraceFile is not { } file)
            return published is null ? null : new EnergyFinding { Path = published.Source, Verdict = EnergyVerdict.NoTrace, Published = published };
        try
        {
            if (await CompareAsync(TraceInput.OfFile(file), run.TimestampsFile is { } times ? TraceInput.OfFile(times) : null, published, cancellationToken).ConfigureAwait(false) is { } comparison)
                return new EnergyFinding { Path = file, Verdict = VerdictOf(comparison), Comparison = comparison, Published = published };
            return published is null ? null : new EnergyFinding { Path = published.Source, Verdict = EnergyVerdict.NoTrace, Published = published };
        }
        catch (TraceException) when (published is null && run.TimestampsFile is null && !EnergyRunFinder.IsOfEnergy(file))
        {
            // A torn results.json of another mode is no trace.
            return null;
        }
        catch (Exception fault) when (fault is TinyBenchException or IOException or UnauthorizedAccessException)
        {
            return new EnergyFinding { Path = file, Verdict = EnergyVerdict.Broken, Published = published, Fault = fault.Message };
        }
    }

    /// <summary>Holds one trace against one report; null when the file holds results without samples of a meter.</summary>
    /// <exception cref="TraceException">The trace cannot be read.</exception>
    public static async Task<EnergyComparison?> CompareAsync(TraceInput samples, TraceInput? timestamps, PublishedEnergy? published, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(samples);
        IEnergyTrace? trace = samples.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            ? await MlcommonsTrace.OpenAsync(samples, cancellationToken).ConfigureAwait(false)
            : await EembcTrace.OpenAsync(samples, timestamps, cancellationToken: cancellationToken).ConfigureAwait(false);
        if (trace is null)
            return null;
        TraceIntegral integral = await TraceIntegrator.IntegrateAsync(trace, cancellationToken).ConfigureAwait(false);
        return EnergyComparer.Compare(integral, published, number => (trace as MlcommonsTrace)?.Trials.FirstOrDefault(trial => trial.Index == number)?.Inferences);
    }

    private static EnergyVerdict VerdictOf(EnergyComparison comparison)
    {
        if (!comparison.HasPublished)
            return EnergyVerdict.NoReport;
        return comparison.Agrees ? EnergyVerdict.Agrees : EnergyVerdict.Differs;
    }

    // A runner that was started again leaves trace2 beside trace1; its report is of one of them.
    private static EnergyFinding[] WithoutSiblings(List<EnergyFinding> findings) =>
    [
        .. findings.Select(finding => finding.Verdict == EnergyVerdict.Differs
            && findings.Exists(other => other.Verdict == EnergyVerdict.Agrees && other.Published!.Source == finding.Published?.Source)
                ? finding with { Verdict = EnergyVerdict.OtherTrace }
                : finding),
    ];
}
