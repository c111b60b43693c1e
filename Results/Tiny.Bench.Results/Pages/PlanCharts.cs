using System.Globalization;
using Tiny.Bench.Results.Charts;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Pages;

/// <summary>What lies where in a system's arena, and when: a chart a task.</summary>
internal static class PlanCharts
{
    private const int MostTasks = 12;
    private const int MostBlocks = 500;

    /// <summary>The charts, by task; of each task the newest record with a plan counts.</summary>
    public static IEnumerable<PlanChart> Of(IReadOnlyList<PageEntry> entries) => entries
        .NewestByTask(record => record.Memory is { ArenaBytes: > 0, Plan.Count: > 0 })
        .Take(MostTasks)
        .Select(entry => Draw(entry.Row.Task, entry.Stored.Record.Memory!));

    private static PlanChart Draw(string task, MemoryRecord memory)
    {
        string part = memory.Plan!.Count > MostBlocks ? string.Create(CultureInfo.InvariantCulture, $"The first {MostBlocks} of ") : "";
        return new PlanChart
        {
            Title = $"{task}: the arena over an inference",
            Description = string.Create(CultureInfo.InvariantCulture, $"{part}{memory.Plan.Count} tensors in an arena of {memory.ArenaBytes:N0} bytes, from the first to the last operator that needs each."),
            ArenaBytes = memory.ArenaBytes!.Value,
            Blocks = [.. memory.Plan.Take(MostBlocks).Select(buffer => BlockOf(buffer))],
        };
    }

    // What lies there before the first operator is drawn with it.
    private static PlanBlock BlockOf(BufferRecord buffer) => new(buffer.Name, buffer.Offset, buffer.Bytes, Math.Max(0, buffer.First), Math.Max(0, buffer.Last));
}
