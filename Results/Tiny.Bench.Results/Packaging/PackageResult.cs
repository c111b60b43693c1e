using Tiny.Bench.Results.Rules;

namespace Tiny.Bench.Results.Packaging;

/// <summary>What became of a package.</summary>
/// <param name="Files">Full paths of the files that were written, sorted; empty when the records were refused.</param>
/// <param name="Refusals">The rules that the records break; empty when the package was written.</param>
public sealed record PackageResult(IReadOnlyList<string> Files, IReadOnlyList<RuleViolation> Refusals);
