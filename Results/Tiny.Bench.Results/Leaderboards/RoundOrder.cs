namespace Tiny.Bench.Results.Leaderboards;

/// <summary>Rounds in the order of time: <c>v0.7</c>, <c>v1.0</c>, <c>v1.10</c>. A name of another form is older than all of them.</summary>
internal sealed class RoundOrder : IComparer<string?>
{
    public static RoundOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        int byNumber = Comparer<Version?>.Default.Compare(NumberOf(x), NumberOf(y));
        return byNumber != 0 ? byNumber : string.CompareOrdinal(x, y);
    }

    private static Version? NumberOf(string? round) =>
        round is not null && round.StartsWith('v') && Version.TryParse(round.AsSpan(1), out Version? number) ? number : null;
}
