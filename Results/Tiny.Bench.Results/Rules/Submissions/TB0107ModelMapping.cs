using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>Which open model stands for which task.</summary>
internal sealed class TB0107ModelMapping : ISubmissionRule
{
    public string Id => "TB0107";

    public string Title => "In the open division, model_mapping.json is a JSON object of texts if it is there.";

    public RuleSeverity Severity => RuleSeverity.Error;

    public string Source => "submission_checker.py v1.4, open division";

    public bool Official => true;

    public string Passing => "{ \"my_ds_cnn\": \"kws\" }";

    public string Failing => "[ \"my_ds_cnn\" ]";

    public IEnumerable<RuleViolation> Check(SubmissionTree tree)
    {
        foreach (Submission submission in tree.Submissions.Where(submission => submission.Division is "open"))
        {
            TreeEntry? mapping = submission.Entries.FirstOrDefault(entry => entry.Name is "model_mapping.json" && entry.Folder == submission.Path);
            if (mapping is null)
                continue;
            SystemDescription? read = SystemDescription.Read(mapping, out string? problem, out int? line);
            if (read is null)
                yield return this.Broken(new Place(mapping.Path, line), $"is no JSON object: {problem}");
            else if (read.Members.Count != read.Names.Count)
                yield return this.Broken(mapping.Path, "has a member that is no text or stands twice; expected the name of a task for each model");
        }
    }
}
