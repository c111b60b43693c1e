namespace Tiny.Bench.Results.Records;

/// <summary>A file of a store that should be a record and is none.</summary>
/// <param name="Name">Its path below the store's root, with <c>/</c>.</param>
/// <param name="Problem">What is wrong with it, with line or JSON path where there is one.</param>
public sealed record StoreProblem(string Name, string Problem);
