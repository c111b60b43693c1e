using System.Globalization;
using Tiny.Bench.Boards.Energy.Checking;
using Tiny.Bench.Boards.Energy.Traces;
using Tiny.Bench.Results.Rules;
using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Cli;

/// <summary>Lets the rules see the traces of energy runs.</summary>
internal sealed class TraceCheck : ITraceCheck
{
    private const string EnergyFile = "trace1-energy.bin";
    private const string TimestampsFile = "trace1-timestamps.json";

    public IReadOnlyList<TraceFinding> Check(ModeResults energy)
    {
        TreeEntry? samples = energy.FindExact(EnergyFile) ?? energy.JsonFile;
        if (samples is null || InputOf(samples) is not { } input || PublishedEnergyReader.Of(energy.ResultsFile!.Path, energy.Results!) is not { } published)
            return [];
        try
        {
            // The bytes are at hand: nothing waits.
            EnergyComparison? comparison = EnergyCheck.CompareAsync(input, energy.FindExact(TimestampsFile) is { } times ? InputOf(times) : null, published, CancellationToken.None).GetAwaiter().GetResult();
            return [.. (comparison?.Windows ?? []).Where(window => !window.Agrees).Select(FindingOf)];
        }
        catch (TraceException fault)
        {
            return [new TraceFinding(null, $"the trace cannot be read: {fault.Message}")];
        }
    }

    private static TraceFinding FindingOf(WindowComparison window) => new(window.Number, window.Problem ?? string.Create(
        CultureInfo.InvariantCulture,
        $"prints {window.PublishedMicrojoules:0.###} uJ; the trace adds up to {window.RecomputedMicrojoules:0.###} uJ, give or take {window.AllowedMicrojoules:0.###}"));

    private static TraceInput? InputOf(TreeEntry entry) => entry.ReadBytes(out _) is { } bytes ? TraceInput.OfBytes(entry.Path, bytes) : null;
}
