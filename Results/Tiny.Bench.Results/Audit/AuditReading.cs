using Tiny.Bench.Results.Rules;

namespace Tiny.Bench.Results.Audit;

/// <summary>What an audit has read.</summary>
/// <param name="Runs">Every run, by path.</param>
/// <param name="Findings">Broken rules of no single run: folders, descriptions of systems, missing files; by place.</param>
public sealed record AuditReading(IReadOnlyList<AuditRun> Runs, IReadOnlyList<RuleViolation> Findings);
