namespace Tiny.Bench.Results.Import;

/// <summary>Where a submission's system stands.</summary>
/// <param name="Round">The round: <c>v1.2</c>.</param>
/// <param name="Division"><c>closed</c>, <c>open</c>, or empty when a flattened name does not say.</param>
/// <param name="Submitter">The submitter's folder.</param>
internal readonly record struct SubmissionKey(string Round, string Division, string Submitter);
