using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Cli.Running;

/// <summary>What a record says of a model that runs on the host: its memory, and where its work goes.</summary>
internal static class ModelFacts
{
    /// <summary>Size of file and arena, and the plan of the arena.</summary>
    public static MemoryRecord MemoryOf(Interpreter interpreter) => new()
    {
        ModelBytes = ModelSummary.Of(interpreter).FileBytes,
        ArenaBytes = interpreter.Plan.Size,
        Plan =
        [
            .. interpreter.Plan.Buffers.OrderBy(buffer => buffer.FirstOperator).ThenBy(buffer => buffer.Tensor).Select(buffer => new BufferRecord
            {
                Name = interpreter.Model.Main.Tensors[buffer.Tensor].Name,
                Offset = buffer.Offset,
                Bytes = buffer.Length,
                First = buffer.FirstOperator,
                Last = buffer.LastOperator,
            }),
        ],
    };

    /// <summary>The operators with their multiply-accumulates.</summary>
    public static IReadOnlyList<OperatorRecord> OperatorsOf(Interpreter interpreter) =>
        [.. ModelSummary.Of(interpreter).Operators.Select(row => new OperatorRecord { Name = row.Name, MultiplyAccumulates = row.MultiplyAccumulates })];
}
