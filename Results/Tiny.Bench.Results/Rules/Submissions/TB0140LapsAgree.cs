using System.Globalization;
using Tiny.Bench.Results.Rules.Texts;
using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>Two clocks that must tell the same.</summary>
internal sealed class TB0140LapsAgree : ISubmissionRule
{
    public string Id => "TB0140";

    public string Title => "A window's time is the difference of its two laps, modulo 2^32, and the host saw it last as long.";

    public RuleSeverity Severity => RuleSeverity.Error;

    public string Source => "eembc runner, performance: laps in microseconds; monitor firmware, th_timestamp";

    public bool Official => false;

    public string Passing => "laps 29014515 and 39409124 for Runtime: 10.395 sec.";

    public string Failing => "the same laps for Runtime: 12.000 sec.";

    private const double PrintedDigits = 0.0015;

    // The host's clock sees the UART and its own scheduling; a device clock that is wrong is wrong by more.
    private const double HostSeconds = 0.5;
    private const double HostShare = 0.05;

    public IEnumerable<RuleViolation> Check(SubmissionTree tree)
    {
        foreach (ModeResults mode in MeasuredModes.Windowed(tree).Where(mode => mode is { Mode: "performance", Log: not null }))
        {
            IReadOnlyList<TimedRun> runs = mode.Log!.Runs;
            IReadOnlyList<PrintedWindow> windows = mode.Results?.Windows ?? [];
            for (int index = 0; index < runs.Count; index++)
            {
                var place = new Place(mode.LogFile!.Path, runs[index].Line, index + 1);
                if (runs[index].Seconds is not { } seconds)
                {
                    yield return this.Broken(place, $"has {runs[index].Laps.Count} laps; expected one before and one after");
                    continue;
                }

                double host = runs[index].HostTimes[1] - runs[index].HostTimes[0];
                if (windows.Count == runs.Count && Math.Abs(windows[index].Seconds - seconds ?? 0) > PrintedDigits)
                    yield return this.Broken(place, string.Create(CultureInfo.InvariantCulture, $"its laps are {seconds} s apart, results.txt says {windows[index].Seconds} s"));
                else if (Math.Abs(host - seconds) > HostSeconds + (HostShare * seconds))
                    yield return this.Broken(place, string.Create(CultureInfo.InvariantCulture, $"lasts {seconds} s by the device's laps and {host:0.###} s by the host's clock"));
            }
        }
    }
}
