using Tiny.Bench.Harness.Conformance.Dialects;

namespace Tiny.Bench.Cli.Running;

/// <summary>Which dialect a target's answers are in.</summary>
/// <param name="Task">The model that it ran.</param>
/// <param name="Evidence">What it was judged by: checksums, or printed results.</param>
/// <param name="Verdict">The finder's.</param>
internal sealed record DialectFinding(string Task, string Evidence, DialectVerdict Verdict);
