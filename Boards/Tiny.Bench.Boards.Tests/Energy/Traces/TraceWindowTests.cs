namespace Tiny.Bench.Boards.Energy.Traces;

public class TraceWindowTests
{
    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "")]
    [InlineData(2, "0-1")]
    [InlineData(3, "1-2")]
    [InlineData(11, "1-2 3-4 5-6 7-8 9-10")]
    public void Pairs_follow_the_mark_of_the_start_where_there_is_one(int events, string expected) =>
        Assert.Equal(expected, Text(Enumerable.Range(0, events).Select(index => new TraceEvent($"{index}", index))));

    [Fact]
    public void A_trial_ends_with_its_window()
    {
        // The first trial of the published run has three events, the others two: the last two bound the window.
        TraceEvent[] events = [new("00", 2068, 0), new("01", 4042, 0), new("02", 14928, 0), new("03", 16824, 1), new("04", 27703, 1), new("05", 30000, 2)];
        Assert.Equal("1-2 3-4", Text(events));
    }

    private static string Text(IEnumerable<TraceEvent> events) =>
        string.Join(' ', TraceWindow.Of([.. events]).Select(window => $"{window.FirstEvent}-{window.LastEvent}"));
}
