using Tiny.Bench.Results.Records;
using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules;

/// <summary>Holds a folder against the rules.</summary>
public static class RuleCheck
{
    /// <summary>Checks a submission tree, a round, several rounds, or a store of run records.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="seals">Knows how to read the seals of records; null leaves them unchecked, and the report says so.</param>
    /// <param name="traces">Knows how to read the traces of energy runs; null leaves them unchecked.</param>
    /// <returns>The findings; null when the folder holds neither submissions nor records.</returns>
    /// <exception cref="Core.MissingFileException">There is no such folder.</exception>
    public static CheckReport? Folder(string folder, ISealCheck? seals = null, ITraceCheck? traces = null)
    {
        var tree = SubmissionTree.Read(folder);
        if (tree.Submissions.Count > 0)
            return Of(tree, traces);
        if (RecordFolder.Read(folder, tree) is not { } store)
            return null;
        IEnumerable<RuleViolation> violations = Violations(store.Records).Concat(RuleBook.RecordReads.Check(store));
        if (seals is not null)
            violations = violations.Concat(RuleBook.SealHolds.Check(folder, store, seals));
        string[] notes = seals is null && store.Sealed.Count > 0 ? [$"{store.Sealed.Count} seals were not checked"] : [];
        return new CheckReport(Sorted(violations), 0, store.Records.Count, notes);
    }

    /// <summary>Checks a tree that is at hand.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="traces">Knows how to read the traces of energy runs; null leaves them unchecked.</param>
    public static CheckReport Of(SubmissionTree tree, ITraceCheck? traces = null) => new(
        Sorted(RuleBook.OfSubmissions.SelectMany(rule => rule.Check(tree)).Concat(traces is null ? [] : RuleBook.EnergyTraces.Check(tree, traces))),
        tree.Submissions.Count,
        0,
        tree.IsSelection ? ["the files are a selection, named by their paths: rules about missing files were not applied"] : []);

    /// <summary>Checks records that are at hand.</summary>
    public static CheckReport Of(IReadOnlyList<StoredRecord> records) => new(Sorted(Violations(records)), 0, records.Count, []);

    private static IEnumerable<RuleViolation> Violations(IReadOnlyList<StoredRecord> records) => RuleBook.OfRecords.SelectMany(rule => rule.Check(records));

    private static RuleViolation[] Sorted(IEnumerable<RuleViolation> violations) =>
        [.. violations.OrderBy(violation => violation.Where).ThenBy(violation => violation.Id, StringComparer.Ordinal).ThenBy(violation => violation.Text, StringComparer.Ordinal)];
}
