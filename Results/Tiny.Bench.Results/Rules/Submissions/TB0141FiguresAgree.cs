using System.Globalization;
using Tiny.Bench.Core.Metrics;
using Tiny.Bench.Results.Rules.Texts;
using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>Arithmetic that anyone can repeat.</summary>
internal sealed class TB0141FiguresAgree : ISubmissionRule
{
    public string Id => "TB0141";

    public string Title => "Throughput of a window is its inferences over its time, and the median is that of the windows.";

    public RuleSeverity Severity => RuleSeverity.Error;

    public string Source => "MLPerf Tiny rules, metric: median of five throughputs; median of five energies";

    public bool Official => false;

    public string Passing => "250 inferences, 10.862042 sec., 23.0159 inf./sec.";

    public string Failing => "250 inferences, 10.862042 sec., 32.0159 inf./sec.";

    // Printed with three digits: half a unit of the last, and a little for the sum of both roundings.
    private const double Digit = 0.0006;

    public IEnumerable<RuleViolation> Check(SubmissionTree tree) => MeasuredModes.Windowed(tree)
        .Where(mode => mode.Results is not null)
        .SelectMany(mode => Windows(mode).Concat(Medians(mode)));

    private IEnumerable<RuleViolation> Windows(ModeResults mode)
    {
        foreach (PrintedWindow window in mode.Results!.Windows)
        {
            if (window is not { Inferences: { } inferences, Seconds: > 0 and { } seconds, Throughput: { } printed })
                continue;
            double expected = inferences / seconds;
            if (Math.Abs(printed - expected) > Digit + (expected * Digit / seconds))
                yield return this.Broken(new Place(mode.ResultsFile!.Path, window.Line, window.Number), string.Create(CultureInfo.InvariantCulture, $"{inferences} inferences in {seconds} s are {expected:0.###} inf./sec.; it says {printed}"));
        }
    }

    private IEnumerable<RuleViolation> Medians(ModeResults mode)
    {
        RunText text = mode.Results!;
        (string Name, double? Printed, IReadOnlyList<double?> Values)[] medians =
        [
            ("throughput", text.MedianThroughput, [.. text.Windows.Select(window => window.Throughput)]),
            ("energy", text.MedianEnergy, [.. text.EnergyWindows.Select(window => window.MicrojoulesPerInference)]),
        ];
        foreach ((string name, double? printed, IReadOnlyList<double?> values) in medians)
        {
            if (printed is null || values.Count == 0 || values.Any(value => value is null))
                continue;
            double median = Statistics.Median(values.Select(value => value!.Value));
            if (Math.Abs(printed.Value - median) > Digit + (Math.Abs(median) * 1e-6))
                yield return this.Broken(mode.ResultsFile!.Path, string.Create(CultureInfo.InvariantCulture, $"median {name} is {printed}; that of its {values.Count} windows is {median:0.####}"));
        }
    }
}
