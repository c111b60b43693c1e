using System.Globalization;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Import;

/// <summary>The columns of the committee's <c>summary.csv</c> that an import can be compared with.</summary>
internal sealed record SummaryRow
{
    public required string Organization { get; init; }

    public required string Availability { get; init; }

    public required string Division { get; init; }

    public required string BoardName { get; init; }

    public required string SystemDesc { get; init; }

    public required string Model { get; init; }

    public required double Result { get; init; }

    public required string Accuracy { get; init; }

    public required string HostProcessorModelName { get; init; }

    public required string HostProcessorFrequency { get; init; }

    public required string InferenceFramework { get; init; }

    public static SummaryRow Of(RunRecord record) => new()
    {
        Organization = record.Submission!.Submitter,
        Availability = record.Submission.Status!.ToLowerInvariant(),
        Division = record.Division!,
        BoardName = record.System!.Board!,
        SystemDesc = record.Submission.System,
        Model = record.Task[..^2],
        Result = record.Performance!.InferencesPerSecond!.Value,
        Accuracy = record.Quality!.Accuracy is { } share ? $"{100 * share:F1}" : record.Quality.Auc!.Value.ToString(CultureInfo.InvariantCulture),
        HostProcessorModelName = record.System.Processor ?? "",
        HostProcessorFrequency = record.System.Clock ?? "",
        InferenceFramework = record.System.Software ?? "",
    };
}
