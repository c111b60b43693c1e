using System.Globalization;
using Tiny.Bench.Cli.Output;
using Tiny.Bench.Harness.Conformance;
using Tiny.Bench.Reference.Vectors;

namespace Tiny.Bench.Cli.Running;

/// <summary>Looks for the smallest failing case behind each failure, once for every operation, and writes them as vectors.</summary>
/// <param name="folder">Where to; null to write none.</param>
/// <param name="display">For progress.</param>
internal sealed class CutOutFinder(string? folder, ProgressDisplay display)
{
    private const string Category = "cutout";

    /// <summary>Adds what was found to the failures: the first of each operation, the later ones are mostly the same fault again.</summary>
    /// <param name="target">What failed, open for single operators.</param>
    /// <param name="reports">The verdicts.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public async Task<IReadOnlyList<ConformanceReport>> AddToAsync(
        IVectorTarget target, IReadOnlyList<ConformanceReport> reports, CancellationToken cancellation)
    {
        ConformanceFailure[] searched = [.. FirstOfEachOperation(reports)];
        using ProgressLine progress = display.Begin($"cut-outs on {target.Name}");
        var words = new Dictionary<ConformanceFailure, string>(ReferenceEqualityComparer.Instance);
        var cases = new List<VectorCase>();
        foreach (ConformanceFailure failure in searched)
        {
            CutOut? found = await CutOutSearch.RunAsync(target, failure.Vector!, cancellation);
            words[failure] = Describe(found);
            if (found is not null)
                cases.Add(found.Result.Case.Renamed($"{Category}/{cases.Count}_{failure.Vector!.Id.Replace('/', '_')}"));
            progress.Report((words.Count, searched.Length));
        }

        if (folder is not null && cases.Count > 0)
            VectorWriter.Write(folder, Category, cases);
        return [.. reports.Select(report => report with { Failures = [.. report.Failures.Select(WithWords)] })];

        ConformanceFailure WithWords(ConformanceFailure failure) =>
            words.TryGetValue(failure, out string? text) ? failure with { Cutout = text } : failure;
    }

    private static IEnumerable<ConformanceFailure> FirstOfEachOperation(IReadOnlyList<ConformanceReport> reports) => reports
        .SelectMany(report => report.Failures)
        .Where(failure => failure.Vector is not null)
        .DistinctBy(failure => failure.Vector!.Operation, StringComparer.Ordinal);

    private static string Describe(CutOut? found)
    {
        if (found is null)
            return "passes when it is run alone";
        VectorResult result = found.Result;
        IEnumerable<string> shapes = result.Case.Tensors.Select(tensor => $"{tensor.Key} {tensor.Value.Shape}");
        string finding = result.Differences == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{result.Overwritten} bytes overwritten")
            : string.Create(CultureInfo.InvariantCulture, $"expected {result.Expected}, got {result.Got}");
        return string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", shapes)}: {finding} ({found.Runs} runs)");
    }
}
