using Tiny.Bench.Reference.Faults.Rewriting;

namespace Tiny.Bench.Reference.Faults;

/// <summary>A fault and the cases that find it.</summary>
/// <param name="Fault">The fault.</param>
/// <param name="Killers">Ids in the order of the suite; none for a fault that survives.</param>
public sealed record KilledFault(SeededFault Fault, IReadOnlyList<string> Killers);
