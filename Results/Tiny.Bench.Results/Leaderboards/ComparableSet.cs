namespace Tiny.Bench.Results.Leaderboards;

/// <summary>The records of a task, division and kind whose figures of one measure may be held against each other, and those that may not.</summary>
/// <remarks>
/// A record without a figure, with an impossible one, or with windows that break the rule fits nowhere. Among the rest the facts of the
/// measure are asked one after another: the value that most of the remaining records have stays (the first by name among equals), the
/// others are set apart with that fact. Known values come before unknown ones. So every record is set apart for one fact, in time linear
/// in the records; the set is the largest for each fact in turn.
/// </remarks>
internal sealed class ComparableSet
{
    private readonly List<LeaderboardAside> _apart = [];
    private readonly List<string> _common = [];
    private List<Standing> _members = [];

    private ComparableSet(FigureSource source) => Source = source;

    public FigureSource Source { get; }

    /// <summary>Records that may be compared, in the order in which they were given.</summary>
    public IReadOnlyList<Standing> Members => _members;

    /// <summary>The others, with the fact that differs.</summary>
    public IReadOnlyList<LeaderboardAside> Apart => _apart;

    /// <summary>The measure, with what its unit alone does not tell: "Energy per inference (1.8 V class, LPM01A)".</summary>
    public string Title => _common.Count == 0 ? Source.Title : $"{Source.Title} ({string.Join("; ", _common)})";

    /// <summary>Finds the set; null when no record has a figure.</summary>
    public static ComparableSet? Of(IReadOnlyList<Contender> contenders, FigureSource source)
    {
        var set = new ComparableSet(source);
        if (!set.ReadFigures(contenders))
            return null;
        foreach (ComparabilityFact fact in source.Facts)
            set.Require(fact);
        return set;
    }

    /// <summary>Gives each record its figure; false when none has one.</summary>
    private bool ReadFigures(IReadOnlyList<Contender> contenders)
    {
        var without = new List<Contender>();
        var seen = new HashSet<(SystemIdentity System, string? Round)>();
        foreach (Contender contender in contenders)
        {
            if (Source.Of(contender.Stored.Record) is not { } figure)
            {
                without.Add(contender);
                continue;
            }

            seen.Add((contender.System, contender.Round));
            if (Source.Fault(contender.Stored.Record, figure) is { } fault)
                SetApart(contender, double.IsFinite(figure.Value) ? figure.Value : null, fault);
            else
                _members.Add(new Standing(contender, figure));
        }

        // A system's accuracy run need not say that it has no latency when its performance run does.
        foreach (Contender contender in without.Where(contender => !seen.Contains((contender.System, contender.Round))))
            SetApart(contender, null, "It has no such figure.");
        return seen.Count > 0;
    }

    private void Require(ComparabilityFact fact)
    {
        string?[] values = [.. _members.Select(member => fact.Of(member.Contender.Stored.Record))];
        if (MostFrequent(values) is not { } common)
            return;
        var staying = new List<Standing>(_members.Count);
        for (int index = 0; index < values.Length; index++)
        {
            Standing member = _members[index];
            if (values[index] == common || (values[index] is null && fact.UnknownFits))
                staying.Add(member);
            else
                SetApart(member.Contender, member.Figure.Value, fact.Difference(values[index], common));
        }

        _members = staying;
        if (!fact.UnknownFits)
            _common.Add(common);
    }

    private static string? MostFrequent(IEnumerable<string?> values)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string value in values.OfType<string>())
            counts[value] = counts.GetValueOrDefault(value) + 1;
        string? most = null;
        foreach ((string value, int count) in counts)
        {
            if (most is null || count > counts[most] || (count == counts[most] && string.CompareOrdinal(value, most) < 0))
                most = value;
        }

        return most;
    }

    private void SetApart(Contender contender, double? value, string fact) =>
        _apart.Add(new LeaderboardAside(contender.Stored, contender.SystemName, value, fact));
}
