using Tiny.Bench.Core.Systems;
using Tiny.Bench.Results.Records;
using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Packaging;

/// <summary>The records that one task's results are made of.</summary>
/// <param name="Task">The task.</param>
/// <param name="Accuracy">Its accuracy run.</param>
/// <param name="Performance">Its performance run.</param>
/// <param name="Energy">Its energy run; null when energy was not measured.</param>
internal sealed record TaskRecords(TaskFolder Task, RunRecord? Accuracy, RunRecord? Performance, RunRecord? Energy)
{
    /// <summary>Groups records by task, in order of the tasks' names.</summary>
    public static IReadOnlyList<TaskRecords> Of(IReadOnlyList<StoredRecord> records) =>
    [
        .. TaskFolder.All
            .Select(task => (Task: task, Own: records.Where(stored => stored.Record.Task == task.Id).Select(stored => stored.Record).ToArray()))
            .Where(group => group.Own.Length > 0)
            .Select(group => new TaskRecords(group.Task, Last(group.Own, RunMode.Accuracy), Last(group.Own, RunMode.Performance), Last(group.Own, RunMode.Energy))),
    ];

    private static RunRecord? Last(IEnumerable<RunRecord> records, RunMode mode) => records.Where(record => record.Mode == mode).MaxBy(record => record.Started);
}
