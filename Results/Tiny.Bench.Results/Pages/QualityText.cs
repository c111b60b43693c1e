using System.Globalization;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Pages;

/// <summary>How well, and how far from the reference, in a few words.</summary>
internal static class QualityText
{
    /// <summary>"90.1 %", "AUC 0.860", "score 10.2645", "44 heard, 6 missed, 4 false"; null when the record has no such figure.</summary>
    public static string? Of(RunRecord record) => record switch
    {
        { Streaming: { } heard } => string.Create(
            CultureInfo.InvariantCulture, $"{heard.TruePositives} heard, {heard.FalseNegatives} missed, {heard.FalsePositives} false"),
        { Quality.Accuracy: { } share } => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.0#} %"),
        { Quality.Auc: { } auc } => string.Create(CultureInfo.InvariantCulture, $"AUC {auc:0.000}"),
        { Quality.MeanScore: { } score } => string.Create(CultureInfo.InvariantCulture, $"score {score:0.0000}"),
        _ => null,
    };

    /// <summary>"364 differ" from the reference dialect; null when that was not asked.</summary>
    public static string? Differences(RunRecord record) => record.Comparison switch
    {
        null => null,
        { DifferingInputs: 0 } => "none differs",
        { DifferingInputs: 1 } => "1 differs",
        { DifferingInputs: var many } => string.Create(CultureInfo.InvariantCulture, $"{many} differ"),
    };
}
