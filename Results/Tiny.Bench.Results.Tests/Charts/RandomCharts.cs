namespace Tiny.Bench.Results.Charts;

/// <summary>Charts with as much as may come: many marks, equal values, long names, other scripts, values that no axis shows.</summary>
internal static class RandomCharts
{
    private static readonly string[] Words =
        ["NUCLEO", "H7A3ZI-Q", "max_performance", "WWWWWWWW", "i", "Größe", "デバイス", "لوحة", "<b>&\"'", "\u202eevil", "\0", "🚀", "Next_Generation_Snapdragon_Mobile_Platform_MTP"];

    public static Chart Make(Random random) => random.Next(9) switch
    {
        0 => new BarChart { Title = Name(random), Description = Name(random), Axis = Axis(random), Bars = [.. Many(random, 60, () => new ChartBar(Name(random), Value(random), Series(random)))] },
        1 => new ScatterChart
        {
            Title = Name(random), Description = Name(random), XAxis = Axis(random), YAxis = Axis(random), GreaterYIsBetter = random.Next(2) == 0,
            Points = [.. Many(random, 60, () => new ChartPoint(Name(random), Value(random), Value(random), Series(random)))],
        },
        2 => new StackChart
        {
            Title = Name(random), Description = Name(random), ValueLabel = Name(random),
            Stacks = [.. Many(random, 12, () => new StackedBar(Name(random), [.. Many(random, 12, () => new ChartPart(Name(random), Value(random)))]))],
        },
        3 => new DistributionChart
        {
            Title = Name(random), Description = Name(random), ValueLabel = Name(random),
            Samples = [.. Many(random, 12, () => new ChartSample(Name(random), [.. Many(random, 9, () => Value(random))]))],
        },
        4 => new LineChart
        {
            Title = Name(random), Description = Name(random), Axis = Axis(random), Steps = [.. Many(random, 20, () => Name(random))],
            Lines = [.. Many(random, 30, () => new ChartLine(Name(random), [.. Many(random, 20, () => random.Next(5) == 0 ? (double?)null : Value(random))]))],
        },
        5 => new ClusterChart
        {
            Title = Name(random), Description = Name(random),
            Members = [.. Many(random, 40, () => new ClusterMember(Name(random), Name(random), [.. Many(random, 40, () => (double?)random.NextDouble())]))],
        },
        6 => new TraceChart
        {
            Title = Name(random), Description = Name(random), Axis = Axis(random), FromSeconds = random.NextDouble(), ToSeconds = 1 + (1000 * random.NextDouble()),
            Columns = [.. Many(random, 60, () => random.Next(5) == 0 ? ((double, double)?)null : (Value(random), Value(random)))],
            Windows = [.. Many(random, 12, () => new ChartSpan(Name(random), Name(random), 500 * random.NextDouble(), 1000 * random.NextDouble()))],
            Gaps = [.. Many(random, 5, () => new ChartSpan(Name(random), Name(random), 500 * random.NextDouble(), 1000 * random.NextDouble()))],
            Events = [.. Many(random, 300, () => (Name(random), Value(random)))],
        },
        7 => new TornadoChart
        {
            Title = Name(random), Description = Name(random), Axis = Axis(random), Middle = Value(random),
            Bars = [.. Many(random, 20, () => new TornadoBar(Name(random), Value(random), Value(random)))],
        },
        _ => new PlanChart
        {
            Title = Name(random), Description = Name(random), ArenaBytes = random.Next(100000),
            Blocks = [.. Many(random, 40, () => new PlanBlock(Name(random), random.Next(-1, 50000), random.Next(50000), random.Next(30), random.Next(40)))],
        },
    };

    private static IEnumerable<T> Many<T>(Random random, int most, Func<T> make) => Enumerable.Range(0, random.Next(most)).Select(_ => make());

    private static string Name(Random random) => string.Join(' ', Enumerable.Range(0, random.Next(5)).Select(_ => Words[random.Next(Words.Length)]));

    private static string? Series(Random random) => random.Next(4) == 0 ? null : Name(random);

    private static ChartAxis Axis(Random random) => new(Name(random), random.Next(2) == 0);

    private static double Value(Random random) => random.Next(12) switch
    {
        0 => 0,
        1 => -random.NextDouble(),
        2 => double.NaN,
        3 => double.PositiveInfinity,
        4 => double.MaxValue,
        5 => double.Epsilon,
        6 => 42,
        7 => 1e15 + random.Next(3),
        _ => Math.Pow(10, (random.NextDouble() * 8) - 4),
    };
}
