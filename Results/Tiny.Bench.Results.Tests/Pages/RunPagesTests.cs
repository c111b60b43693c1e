using Tiny.Bench.Results.Charts;
using Tiny.Bench.Results.Records;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Results.Pages;

/// <summary>What pages show of runs of ours: operators, arena, and who computes the same.</summary>
public sealed class RunPagesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // 900 of 1000 and 100 of 1000, by hand; RESHAPE has no figure and no part.
    [Fact]
    public void Operators_of_one_kind_are_one_part_of_the_whole()
    {
        RunRecord record = SampleRecords.Full with { Operators = [Operator("CONV_2D", 600), Operator("SOFTMAX", 100), Operator("CONV_2D", 300), Operator("RESHAPE", null)] };
        StackChart chart = Assert.Single(OperatorCharts.Of([Entry(record)]));
        Assert.Equal("Share of the multiply-accumulates, %", chart.ValueLabel);
        Assert.Equal([new ChartPart("CONV_2D", 90), new ChartPart("SOFTMAX", 10)], Assert.Single(chart.Stacks).Parts);
    }

    [Fact]
    public void Time_and_instructions_are_charts_of_their_own() =>
        Assert.Equal(["time", "instructions", "multiply-accumulates"], OperatorCharts.Of([Entry(SampleRecords.Full)]).Select(chart => chart.ValueLabel[13..^3]).ToArray());

    [Fact]
    public void The_newest_record_of_a_task_speaks_for_it()
    {
        RunRecord old = SampleRecords.Full with { Operators = [Operator("ADD", 1)] }, newer = old with { Started = old.Started!.Value.AddDays(1), Operators = [Operator("MUL", 1)] };
        StackChart chart = Assert.Single(OperatorCharts.Of([Entry(newer), Entry(old), Entry(newer with { Task = "ic01", Operators = null })]));
        Assert.Equal("MUL", Assert.Single(chart.Stacks).Parts[0].Series);
    }

    [Fact]
    public void Impossible_figures_draw_nothing()
    {
        OperatorRecord[] operators = [Operator("ADD", long.MinValue), new() { Name = "x", Microseconds = double.MaxValue }, new() { Name = "y", Microseconds = double.MaxValue }];
        Assert.Empty(OperatorCharts.Of([Entry(SampleRecords.Full with { Operators = operators })]));
        MemoryRecord memory = new() { ArenaBytes = long.MaxValue, Plan = [new BufferRecord { Name = "b", Offset = long.MaxValue, Bytes = long.MaxValue, First = 0, Last = int.MaxValue }] };
        SvgChartWriter.Draw(Assert.Single(PlanCharts.Of([Entry(SampleRecords.Full with { Memory = memory })])), withStyle: false);
    }

    [Fact]
    public void The_plan_is_that_of_the_record()
    {
        PlanChart chart = Assert.Single(PlanCharts.Of([Entry(SampleRecords.Full)]));
        Assert.Equal(16000, chart.ArenaBytes);
        Assert.Equal(-1, SampleRecords.Full.Memory!.Plan![0].First);
        Assert.Equal([new PlanBlock("input_1", 8000, 490, 0, 0), new PlanBlock("conv2d/Relu;\"x\"", 0, 8000, 0, 1)], chart.Blocks);
    }

    [Fact]
    public void Agreement_is_the_share_of_equal_outputs()
    {
        PageEntry[] entries = [Answered("double-rounding", "a", "b", "c", "d"), Answered("float32", "a", "x", "c", "y"), Answered("half-up", "a", "b", "c", "d")];
        ClusterChart chart = Assert.Single(AgreementCharts.Of("kws01", entries));
        Assert.Equal(["double-rounding", "float32", "half-up"], chart.Members.Select(member => member.Cluster).ToArray());
        Assert.Equal([1, 0.5, 1], chart.Members[0].Agreement);
        Assert.Equal([0.5, 1, 0.5], chart.Members[1].Agreement);
    }

    [Fact]
    public void Other_samples_are_not_compared_and_lost_answers_are_left_out()
    {
        PageEntry lost = Answered("half-up", "z");
        File.Delete(AnswerFile.PathOf(_folder.Path, lost.Stored.Record.Quality!.AnswersSha256!));
        ClusterChart chart = Assert.Single(AgreementCharts.Of("kws01", [Answered("double-rounding", "a", "b"), Answered("float32", "a"), lost]));
        Assert.Equal([1, null], chart.Members[0].Agreement);
        Assert.Equal(2, chart.Members.Count);
        Assert.Empty(AgreementCharts.Of("kws01", [Answered("double-rounding", "a"), lost]));
    }

    [Fact]
    public void The_pages_hold_the_charts()
    {
        foreach (string dialect in (string[])["double-rounding", "float32"])
            RunRecordStore.Write(_folder["store"], Record(_folder["store"], dialect, "a", dialect));
        Publication.Publish([_folder["store"]], _folder["site"]);
        Assert.Contains("who computes the same", File.ReadAllText(_folder["site/tasks/kws01.html"]), StringComparison.Ordinal);
        string system = File.ReadAllText(Directory.GetFiles(_folder["site/systems"])[0]);
        Assert.Contains("Where the time of an inference goes", system, StringComparison.Ordinal);
        Assert.Contains("kws01: the arena over an inference", system, StringComparison.Ordinal);
    }

    private static OperatorRecord Operator(string name, long? products) => new() { Name = name, MultiplyAccumulates = products };

    private static PageEntry Entry(RunRecord record, string? folder = null)
    {
        var stored = new StoredRecord($"{record.Task}-{record.Dialect}.json", record) { Folder = folder };
        return new PageEntry(stored, record.Dialect!, ResultRow.Of(stored, "records/x.json", null));
    }

    private PageEntry Answered(string dialect, params string[] outputs) => Entry(Record(_folder.Path, dialect, outputs), _folder.Path);

    private static RunRecord Record(string folder, string dialect, params string[] outputs)
    {
        SampleAnswer[] answers = [.. outputs.Select((output, index) => new SampleAnswer { File = $"{index}.bin", ClassIndex = 0, TopOne = 0, Output = output })];
        return SampleRecords.Full with { Dialect = dialect, Quality = SampleRecords.Full.Quality! with { AnswersSha256 = AnswerFile.Write(folder, answers) } };
    }
}
