namespace Tiny.Bench.Results.Import;

/// <summary>What makes one record.</summary>
/// <param name="Submission">Round, division and submitter.</param>
/// <param name="System">The system's folders, joined with <c>/</c>.</param>
/// <param name="Task">Task id: <c>kws01</c>.</param>
/// <param name="Variant">Folders between the task and the mode, joined with <c>/</c>; empty when there are none.</param>
internal readonly record struct RunKey(SubmissionKey Submission, string System, string Task, string Variant)
{
    /// <summary>The order of records: ordinal, member after member.</summary>
    public static IComparer<RunKey> Order { get; } = Comparer<RunKey>.Create(Compare);

    private static int Compare(RunKey one, RunKey other)
    {
        ReadOnlySpan<(string, string)> pairs =
        [
            (one.Submission.Round, other.Submission.Round), (one.Submission.Division, other.Submission.Division),
            (one.Submission.Submitter, other.Submission.Submitter), (one.System, other.System), (one.Task, other.Task), (one.Variant, other.Variant),
        ];
        foreach ((string mine, string theirs) in pairs)
        {
            int order = string.CompareOrdinal(mine, theirs);
            if (order != 0)
                return order;
        }

        return 0;
    }
}
