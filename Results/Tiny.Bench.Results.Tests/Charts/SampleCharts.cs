namespace Tiny.Bench.Results.Charts;

/// <summary>One chart of every kind, with figures made up for the tests.</summary>
internal static class SampleCharts
{
    private static readonly string[] Boards = ["NUCLEO-A", "NUCLEO-B", "RISC-V one", "FPGA two", "DSP three", "Phone four", "NPU five & <six>"];

    public static IReadOnlyDictionary<string, Chart> All { get; } = new Dictionary<string, Chart>(StringComparer.Ordinal)
    {
        ["bar"] = Bar,
        ["scatter-energy"] = ScatterEnergy,
        ["scatter-accuracy"] = ScatterAccuracy,
        ["stack"] = Stack,
        ["distribution"] = Distribution,
        ["line"] = Line,
        ["cluster"] = Cluster,
        ["plan"] = Plan,
        ["trace"] = Trace,
        ["tornado"] = Tornado,
    };

    private static TraceChart Trace => new()
    {
        Title = "An energy run of three windows",
        Description = "Power over 60 s: 33 mW in the windows, 12 mW between them; samples are missing once.",
        Axis = new ChartAxis("Power, mW"),
        FromSeconds = 0,
        ToSeconds = 60,
        Columns =
        [
            .. Enumerable.Range(0, 120).Select<int, (double, double)?>(index => index is >= 70 and < 75 ? null
                : index % 40 is >= 10 and < 32 ? (31.5 + (index % 3), 33.5 + (index % 7 * 0.2)) : (11.8, 12.1)),
        ],
        Windows = [.. Enumerable.Range(0, 3).Select(window => new ChartSpan($"window {window}", $"window {window}: 357,667 uJ", (20 * window) + 5, (20 * window) + 16))],
        Gaps = [new ChartSpan("", "2500 samples from 35 s on", 35, 37.5)],
        Events = [.. Enumerable.Range(0, 6).Select(index => ($"{index:00}", (20.0 * (index / 2)) + (index % 2 == 0 ? 5 : 16)))],
    };

    private static TornadoChart Tornado => new()
    {
        Title = "What the life of the battery hangs on",
        Description = "Between 0.9 and 2.1 years; the sleep current matters most.",
        Axis = new ChartAxis("Life, years"),
        Middle = 1.4,
        Bars =
        [
            new TornadoBar("event rate, 10 to 40 a day", 1.55, 1.2),
            new TornadoBar("sleep current, 1 to 4 µA", 2.1, 0.9),
            new TornadoBar("capacity, 200 to 235 mAh", 1.25, 1.47),
            new TornadoBar("an assumption that does not matter", 1.4, 1.4),
        ],
    };

    private static BarChart Bar => new()
    {
        Title = "Latency of keyword spotting",
        Description = "Seven systems from 0.018 ms to 182 ms.",
        Axis = new ChartAxis("Latency, ms", Logarithmic: true),
        Bars =
        [
            .. new[] { 0.0175, 0.31, 1.52, 19.5, 43.19, 105.02, 181.92 }
                .Select((value, index) => new ChartBar($"Submitter {index}: {Boards[index]}", value, index < 3 ? "accelerator" : "processor")),
            new ChartBar("Broken log", 0),
        ],
    };

    private static ScatterChart ScatterEnergy => new()
    {
        Title = "Latency against energy",
        Description = "Twenty-four systems; five of them on the front.",
        XAxis = new ChartAxis("Latency, ms", Logarithmic: true),
        YAxis = new ChartAxis("Energy per inference, µJ", Logarithmic: true),
        GreaterYIsBetter = false,
        Points =
        [
            .. Enumerable.Range(0, 24).Select(index => new ChartPoint(
                $"{Boards[index % 7]} {index}", Math.Pow(10, (index * 37 % 24 / 8.0) - 0.4), Math.Pow(10, 3.6 - (index * 37 % 24 / 10.0) + (index % 5 * 0.3)), $"vendor {index % 9}")),
        ],
    };

    private static ScatterChart ScatterAccuracy => new()
    {
        Title = "Accuracy against latency",
        Description = "Seven systems; the slower ones are not always better.",
        XAxis = new ChartAxis("Latency, ms", Logarithmic: true),
        YAxis = new ChartAxis("Top-1, %"),
        GreaterYIsBetter = true,
        Points = [.. Boards.Select((board, index) => new ChartPoint(board, 1.5 * Math.Pow(2.1, index), 89.2 + (index * 5 % 7 * 0.4)))],
    };

    private static StackChart Stack => new()
    {
        Title = "Time of an inference by operator",
        Description = "Convolutions take most of the time on both kernel libraries.",
        ValueLabel = "Time, ms",
        Stacks =
        [
            new StackedBar("reference kernels", [new("CONV_2D", 92.1), new("DEPTHWISE_CONV_2D", 71.6), new("FULLY_CONNECTED", 4.2), new("SOFTMAX", 0.4), new("RESHAPE", 0.01)]),
            new StackedBar("optimised kernels", [new("CONV_2D", 24.0), new("DEPTHWISE_CONV_2D", 17.3), new("FULLY_CONNECTED", 1.1), new("SOFTMAX", 0.4), new("RESHAPE", 0.01)]),
        ],
    };

    private static DistributionChart Distribution => new()
    {
        Title = "Windows of three runs",
        Description = "The windows of two runs lie close together; one run has a slow window.",
        ValueLabel = "Latency, µs",
        Samples =
        [
            new ChartSample("kws01 on NUCLEO-A", [43187, 43190.5, 43186, 43188, 43189]),
            new ChartSample("kws01 on NUCLEO-B", [43195, 43195, 43195, 43214, 43196]),
            new ChartSample("one window", [43201]),
        ],
    };

    private static LineChart Line => new()
    {
        Title = "Best latency by round",
        Description = "Every task got faster; streaming appeared in the last round.",
        Axis = new ChartAxis("Latency, ms", Logarithmic: true),
        Steps = ["v0.5", "v0.7", "v1.0", "v1.1", "v1.2", "v1.3"],
        Lines =
        [
            new ChartLine("ad01", [10.05, 5.2, 0.11, 0.08, 0.075, 0.019]),
            new ChartLine("ic01", [704.2, 15, 1.1, 0.9, 0.31, 0.096]),
            new ChartLine("kws01", [181.9, 3.1, 0.48, 0.47, null, 0.0175]),
            new ChartLine("vww01", [600.6, 30, 1.2, 0.95, 0.32, 0.114]),
            new ChartLine("sww01", [null, null, null, null, null, 12.5]),
        ],
    };

    private static ClusterChart Cluster => new()
    {
        Title = "Who computes the same",
        Description = "Three systems round twice, two once, and one is alone.",
        Members =
        [
            new ClusterMember("reference", "double-rounding", [1, 1, 0.64, 0.66, 1, 0.41]),
            new ClusterMember("bosch", "double-rounding", [1, 1, 0.64, 0.66, 1, 0.41]),
            new ClusterMember("plumerai", "single-rounding", [0.64, 0.64, 1, 0.98, 0.64, null]),
            new ClusterMember("CMSIS-NN build", "single-rounding", [0.66, 0.66, 0.98, 1, 0.66, 0.40]),
            new ClusterMember("host", "double-rounding", [1, 1, 0.64, 0.66, 1, 0.41]),
            new ClusterMember("a system with a rather long name that must be cut somewhere", "unknown", [0.41, 0.41, null, 0.40, 0.41, 1]),
        ],
    };

    private static PlanChart Plan => new()
    {
        Title = "Memory plan of a small model",
        Description = "The first convolution needs the most memory.",
        ArenaBytes = 18432,
        Blocks =
        [
            new PlanBlock("input 1x49x10x1", 16000, 490, 0, 0),
            new PlanBlock("conv 1x25x5x64", 0, 8000, 0, 1),
            new PlanBlock("dw 1x25x5x64", 8000, 8000, 1, 2),
            new PlanBlock("pw 1x25x5x64", 0, 8000, 2, 3),
            new PlanBlock("dw 1x25x5x64", 8000, 8000, 3, 4),
            new PlanBlock("pool 1x1x1x64", 0, 64, 4, 5),
            new PlanBlock("fc 1x12", 64, 12, 5, 6),
            new PlanBlock("impossible", -1, 12, 5, 6),
        ],
    };
}
