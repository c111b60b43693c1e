using Tiny.Bench.Core;

namespace Tiny.Bench.Results.Rules.Runs;

/// <summary>What was sealed stays as it was.</summary>
internal sealed class TB0171SealHolds : IRule
{
    public string Id => "TB0171";

    public string Title => "A sealed record is what was sealed.";

    public RuleSeverity Severity => RuleSeverity.Error;

    public string Source => "the seal beside the record: NAME.seal.json";

    public bool Official => false;

    public string Passing => "a record and its seal as written";

    public string Failing => "accuracy changed from 0.902 to 0.952 after sealing";

    /// <summary>One violation for each member that was altered.</summary>
    /// <param name="root">The folder that was checked.</param>
    /// <param name="folder">Its records.</param>
    /// <param name="seals">Knows how to read a seal.</param>
    public IEnumerable<RuleViolation> Check(string root, RecordFolder folder, ISealCheck seals)
    {
        foreach (string name in folder.Sealed)
        {
            foreach (SealFinding finding in Findings(Path.Combine(root, name), seals))
                yield return this.Broken(new Place(name, Field: finding.Field), finding.Text);
        }
    }

    private static IReadOnlyList<SealFinding> Findings(string file, ISealCheck seals)
    {
        try
        {
            return seals.Check(file);
        }
        catch (TinyBenchException fault)
        {
            return [new SealFinding("$", $"its seal cannot be read: {fault.Problem}")];
        }
    }
}
