namespace Tiny.Bench.Cli.Running;

/// <summary>What the user asks of a run on a board.</summary>
/// <param name="Samples">Only the first samples, or for conformance the first inputs; null for the mode's default.</param>
/// <param name="Quick">Short windows.</param>
/// <param name="KeepTranscript">Whether the bytes of the link are kept beside the record.</param>
/// <param name="Resume">Whether a broken accuracy run goes on.</param>
internal sealed record BoardRequest(int? Samples, bool Quick, bool KeepTranscript, bool Resume);
