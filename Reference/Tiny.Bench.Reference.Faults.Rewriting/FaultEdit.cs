namespace Tiny.Bench.Reference.Faults.Rewriting;

/// <summary>A piece of one line of source, and what stands there instead while the fault is switched in.</summary>
/// <param name="File">Path from the folder of the sources, with forward slashes.</param>
/// <param name="Old">What is there; exactly once in the file.</param>
/// <param name="New">What replaces it.</param>
public readonly record struct FaultEdit(string File, string Old, string New);
