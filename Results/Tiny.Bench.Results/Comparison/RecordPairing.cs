using Tiny.Bench.Core.Systems;
using Tiny.Bench.Results.Leaderboards;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Comparison;

/// <summary>Finds which records of two sets belong together, and compares them.</summary>
/// <remarks>
/// Of each set, task, mode and system the newest record counts: newest round, then latest start, then last name. Partners are records of
/// the same task, mode and system. What is left over is paired too where each set has just one of a task and mode: another board or
/// another clock is then what the comparison is about.
/// </remarks>
public static class RecordPairing
{
    /// <summary>Compares two sets. Two single records are always a pair.</summary>
    public static ComparisonReport Compare(IReadOnlyList<StoredRecord> before, IReadOnlyList<StoredRecord> after)
    {
        if (before.Count == 1 && after.Count == 1)
            return new ComparisonReport([RecordComparer.Compare(before[0], after[0])], [], [], []);

        var superseded = new List<StoredRecord>();
        Dictionary<Part, StoredRecord> first = NewestOf(before, superseded), second = NewestOf(after, superseded);
        var pairs = new List<(StoredRecord Before, StoredRecord After)>();
        foreach (Part part in first.Keys.Where(second.ContainsKey).ToList())
            pairs.Add((Take(first, part), Take(second, part)));

        Dictionary<(string Task, RunMode? Mode), Part> lonelyBefore = OnlyOnesOf(first), lonelyAfter = OnlyOnesOf(second);
        foreach (((string Task, RunMode? Mode) work, Part part) in lonelyBefore)
        {
            if (lonelyAfter.TryGetValue(work, out Part partner))
                pairs.Add((Take(first, part), Take(second, partner)));
        }

        return new ComparisonReport(
            [.. Sorted(pairs, pair => pair.Before).Select(pair => RecordComparer.Compare(pair.Before, pair.After))],
            [.. Sorted(first.Values, record => record)],
            [.. Sorted(second.Values, record => record)],
            [.. Sorted(superseded, record => record)]);
    }

    private static Dictionary<Part, StoredRecord> NewestOf(IReadOnlyList<StoredRecord> records, List<StoredRecord> superseded)
    {
        var newest = new Dictionary<Part, StoredRecord>();
        foreach (StoredRecord record in records)
        {
            Part part = Part.Of(record.Record);
            if (newest.TryGetValue(part, out StoredRecord? other))
                superseded.Add(IsNewer(record, other) ? other : record);
            if (other is null || IsNewer(record, other))
                newest[part] = record;
        }

        return newest;
    }

    private static bool IsNewer(StoredRecord record, StoredRecord other)
    {
        int byRound = RoundOrder.Instance.Compare(record.Record.Submission?.Round, other.Record.Submission?.Round);
        int byStart = byRound != 0 ? byRound : Nullable.Compare(record.Record.Started, other.Record.Started);
        return (byStart != 0 ? byStart : string.CompareOrdinal(record.Name, other.Name)) > 0;
    }

    private static Dictionary<(string Task, RunMode? Mode), Part> OnlyOnesOf(Dictionary<Part, StoredRecord> records) =>
        records.Keys.GroupBy(part => (part.Task, part.Mode)).Where(group => group.Count() == 1).ToDictionary(group => group.Key, group => group.Single());

    private static StoredRecord Take(Dictionary<Part, StoredRecord> records, Part part) =>
        records.Remove(part, out StoredRecord? record) ? record : throw new InvalidOperationException($"{part} was taken twice.");

    private static IEnumerable<T> Sorted<T>(IEnumerable<T> items, Func<T, StoredRecord> record) => items
        .OrderBy(item => record(item).Record.Task, StringComparer.Ordinal)
        .ThenBy(item => record(item).Record.Mode)
        .ThenBy(item => record(item).Name, StringComparer.Ordinal);

    private readonly record struct Part(string Task, RunMode? Mode, SystemIdentity System)
    {
        public static Part Of(RunRecord record) => new(record.Task, record.Mode, SystemIdentity.Of(record));
    }
}
