namespace Tiny.Bench.Results.Leaderboards;

/// <summary>The comparisons that every board is ordered by. Given from outside, so that a test can count them.</summary>
internal sealed class BoardOrder(IComparer<double> values, IComparer<string> names)
{
    public static BoardOrder Default { get; } = new(Comparer<double>.Default, StringComparer.Ordinal);

    /// <summary>The better value first.</summary>
    public int ByValue(double first, double second, bool lowerIsBetter) =>
        lowerIsBetter ? values.Compare(first, second) : values.Compare(second, first);

    /// <summary>The better value first, then by name of the system, then of the record.</summary>
    public Comparison<Standing> ByFigure(bool lowerIsBetter) => (first, second) =>
        ByValue(first.Figure.Value, second.Figure.Value, lowerIsBetter) is var byValue and not 0
            ? byValue
            : ByName(first.Contender, second.Contender);

    /// <summary>By name of the system, then of the record.</summary>
    public int ByName(Contender first, Contender second) => ByName((first.SystemName, first.Stored.Name), (second.SystemName, second.Stored.Name));

    /// <summary>By name of the system, then of the record, then by fact.</summary>
    public int ByName(LeaderboardAside first, LeaderboardAside second) =>
        ByName((first.SystemName, first.Record.Name), (second.SystemName, second.Record.Name));

    private int ByName((string System, string Record) first, (string System, string Record) second) =>
        names.Compare(first.System, second.System) is var bySystem and not 0 ? bySystem : names.Compare(first.Record, second.Record);
}
