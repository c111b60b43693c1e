using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules;

/// <summary>A rule over a submission tree: paths, files, texts.</summary>
public interface ISubmissionRule : IRule
{
    /// <summary>Every place where the tree breaks the rule. What a file does not say is not guessed, and breaks nothing.</summary>
    IEnumerable<RuleViolation> Check(SubmissionTree tree);
}
