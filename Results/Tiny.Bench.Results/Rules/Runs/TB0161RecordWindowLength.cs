using System.Globalization;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Rules.Runs;

/// <summary>Long enough that timer and print do not matter.</summary>
internal sealed class TB0161RecordWindowLength : IRecordRule
{
    public string Id => "TB0161";

    public string Title => "Every window of a record lasts at least 10 s.";

    public RuleSeverity Severity => RuleSeverity.Error;

    public string Source => "MLPerf Tiny rules, single stream: at least 10 s each";

    public bool Official => false;

    public string Passing => "\"seconds\": 10.25";

    public string Failing => "\"seconds\": 7.35";

    private const double Shortest = 10;

    public IEnumerable<RuleViolation> Check(IReadOnlyList<StoredRecord> records)
    {
        // A quick run breaks its own rule, once.
        foreach (StoredRecord stored in records.Where(stored => stored.Record.Performance is not { Quick: true }))
        {
            IEnumerable<(string Part, int Index, double Seconds)> windows = (stored.Record.Performance?.Windows ?? []).Select((window, index) => ("performance", index, window.Seconds))
                .Concat((stored.Record.Energy?.Windows ?? []).Select((window, index) => ("energy", index, window.Seconds)));
            foreach ((string part, int index, double seconds) in windows)
            {
                if (!(seconds >= Shortest) && stored.Record.Streaming is null)
                    yield return this.Broken(new Place(stored.Name, Window: index + 1, Field: $"$.{part}.windows[{index}].seconds"), string.Create(CultureInfo.InvariantCulture, $"lasts {seconds} s; expected at least {Shortest} s"));
            }
        }
    }
}
