namespace Tiny.Bench.Harness.Running;

/// <summary>Which run a journal belongs to; another one must not be continued with it.</summary>
/// <param name="Task">Task id.</param>
/// <param name="Target">The system's address.</param>
/// <param name="ModelSha256">Of the model's file.</param>
/// <param name="ListSha256">Of the sample list.</param>
/// <param name="Dialect">Rounding asked for; null for a board, which has its own.</param>
public sealed record JournalHeader(string Task, string Target, string ModelSha256, string ListSha256, string? Dialect = null);
