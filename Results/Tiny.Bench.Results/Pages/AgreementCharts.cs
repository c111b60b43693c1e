using System.Globalization;
using Tiny.Bench.Core;
using Tiny.Bench.Results.Charts;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Pages;

/// <summary>Which systems compute the same, and who speaks which dialect: from the answers that runs kept, sample by sample.</summary>
internal static class AgreementCharts
{
    private const int MostMembers = 16;

    /// <summary>One chart for each list and model that two systems or more answered; the newest run of a system counts.</summary>
    /// <remarks>A run whose answers are gone, or not what its record says, is left out: it agrees with nobody for a reason that is not its own.</remarks>
    public static IEnumerable<ClusterChart> Of(string task, IReadOnlyList<PageEntry> entries)
    {
        var groups = entries
            .Where(entry => entry.Stored is { Folder: not null, Record: { Data: not null, Model: not null, Quality.AnswersSha256: not null } })
            .GroupBy(entry => (List: entry.Stored.Record.Data!.Sha256, Model: entry.Stored.Record.Model!.Sha256))
            .OrderBy(group => group.Key.List, StringComparer.Ordinal).ThenBy(group => group.Key.Model, StringComparer.Ordinal);
        foreach (var group in groups)
        {
            Run[] runs =
            [
                .. group.GroupBy(entry => entry.SystemName, StringComparer.Ordinal).OrderBy(system => system.Key, StringComparer.Ordinal)
                    .Select(system => RunOf(system.Newest()!)).OfType<Run>().Take(MostMembers),
            ];
            if (runs.Length >= 2)
                yield return Draw(task, group.First().Stored.Record, runs);
        }
    }

    private static ClusterChart Draw(string task, RunRecord record, Run[] runs) => new()
    {
        Title = $"{task}: who computes the same, {record.Model!.File} on {record.Data!.Name}",
        Description = string.Create(CultureInfo.InvariantCulture, $"Share of inputs with equal output bytes for each pair of {runs.Length} systems, by dialect."),
        Members = [.. runs.Select(run => new ClusterMember(run.Name, run.Dialect, [.. runs.Select(other => Agreement(run.Answers, other.Answers))]))],
    };

    private static double? Agreement(IReadOnlyList<SampleAnswer> first, IReadOnlyList<SampleAnswer> second)
    {
        if (first.Count != second.Count || first.Zip(second).Any(pair => pair.First.File != pair.Second.File))
            return null;
        return first.Zip(second).Count(pair => pair.First.Output == pair.Second.Output) / (double)first.Count;
    }

    private static Run? RunOf(PageEntry entry)
    {
        try
        {
            RunRecord record = entry.Stored.Record;
            return new Run(entry.SystemName, record.Dialect ?? "unknown", AnswerFile.Read(entry.Stored.Folder!, record.Quality!.AnswersSha256!));
        }
        catch (Exception problem) when (problem is TinyBenchException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private sealed record Run(string Name, string Dialect, IReadOnlyList<SampleAnswer> Answers);
}
