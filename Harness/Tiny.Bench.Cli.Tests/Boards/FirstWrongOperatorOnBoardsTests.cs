using System.Globalization;
using System.Numerics;
using Tiny.Bench.Boards.Firmware;
using Tiny.Bench.Boards.Systems;
using Tiny.Bench.Boards.Virtual;
using Tiny.Bench.Cli.Running;
using Tiny.Bench.Core.Systems;
using Tiny.Bench.Harness.Conformance;
using Tiny.Bench.Harness.Systems;
using Tiny.Bench.Reference;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Cli.Boards;

/// <summary>Firmware with seeded faults: the first wrong operator is found within the bound, and the element that is reported is the right one.</summary>
public sealed class FirstWrongOperatorOnBoardsTests
{
    [SkippableTheory]
    [InlineData("conv-pad-left-off-by-one")]
    [InlineData("conv-multiplier-of-next-channel")]
    [InlineData("conv-bias-dropped-at-last-channel")]
    [InlineData("depthwise-pad-left-off-by-one")]
    [InlineData("depthwise-zero-point-missing")]
    [InlineData("dot-zero-point-sign")]
    [InlineData("average-pool-divides-first")]
    [InlineData("fully-connected-bias-missing")]
    [InlineData("requantize-multiplier-of-16-bits")]
    [InlineData("softmax-output-truncates")]
    public async Task Within_the_bound_and_at_the_right_element(string fault)
    {
        HostTask task = OfficialTasks.Open("kws01");
        string firmware = await HostPort.BuildAsync(new FirmwareOptions { Fault = fault });
        await using HostFirmware board = await HostFirmware.StartAsync(firmware, [], CancellationToken.None);
        await using BoardTarget target = await OpenAsync(board, task);
        var system = (IOperatorTracing)target.Session.System;
        var reference = task.Prepare(Dialect.DoubleRounding);

        SystemConformanceResult run = await new SystemConformance(system, reference).RunAsync(task.Task, task.List, 5);

        Assert.NotEmpty(run.Differences);
        OperatorDifference told = run.Differences[0];
        Assert.Equal((1, true), (told.Exchanges, told.IsProven));

        // What is true is found the long way: every operator's whole output, in order, by a comparison of this test's own.
        (ReadOnlyMemory<byte> input, List<byte[]> expected) = await AnswersAsync(task, system, reference, told.Input);
        (int index, byte[] got) = await FirstWrongAsync(system, input, expected);
        int element = Enumerable.Range(0, got.Length).First(at => got[at] != expected[index][at]);
        Assert.Equal((index, element), (told.Index, told.Element));
        Assert.Equal((Code(expected[index][element]), Code(got[element])), (told.Expected, told.Got));

        // A system that tells one operator at a time stays within ceil(log2 n) + 1 as well. It begins at the result: where that is right, there is no search.
        FirstWrongOperator? bisected = await FirstWrongOperator.FindAsync(
            new FetchedChecksums(system), input, [.. expected.Select(output => Crc32.Compute(output))], CancellationToken.None);
        byte[] result = await system.FetchOutputAsync(expected.Count - 1, input, CancellationToken.None);
        Assert.Equal(result.AsSpan().SequenceEqual(expected[^1]), bisected is null);
        if (bisected is { } found)
        {
            Assert.InRange(found.Exchanges, 1, BitOperations.Log2((uint)(expected.Count * 2) - 1) + 1);
            Assert.True(found.Index == index || !found.IsProven, "bisection claims another operator to be the first");
        }
    }

    private static Task<BoardTarget> OpenAsync(HostFirmware board, HostTask task) => HostPort.Targets().OpenAsync(
        board.Address, BoardModels.Of(task), transcript: null, planProgress: null, CancellationToken.None);

    private static async Task<(ReadOnlyMemory<byte> Input, List<byte[]> Expected)> AnswersAsync(
        HostTask task, IOperatorTracing system, Interpreter reference, string file)
    {
        TaskInput input = (await TaskInputs.ReadAsync(task, system, 5, CancellationToken.None)).First(candidate => candidate.Source.File == file);
        var outputs = new Outputs();
        reference.SetInput(0, input.Bytes.Span);
        reference.Invoke(outputs);
        return (input.Bytes, outputs.All);
    }

    private static async Task<(int Index, byte[] Output)> FirstWrongAsync(IOperatorTracing system, ReadOnlyMemory<byte> input, List<byte[]> expected)
    {
        for (int index = 0; index < expected.Count; index++)
        {
            byte[] got = await system.FetchOutputAsync(index, input, CancellationToken.None);
            if (!got.AsSpan().SequenceEqual(expected[index]))
                return (index, got);
        }

        throw new InvalidOperationException("every operator is right");
    }

    private static string Code(byte code) => ((sbyte)code).ToString(CultureInfo.InvariantCulture);

    private sealed class Outputs : IOperatorObserver
    {
        public List<byte[]> All { get; } = [];

        public void Computed(ModelOperator @operator, ReadOnlySpan<Tensor> outputs) => All.Add(outputs[0].Bytes.ToArray());
    }
}
