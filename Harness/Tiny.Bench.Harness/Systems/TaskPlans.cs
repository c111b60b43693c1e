using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Plans;

namespace Tiny.Bench.Harness.Systems;

/// <summary>What a task says about the plan of its model: Boards/docs/plan.md sections 2 and 3.</summary>
public static class TaskPlans
{
    /// <summary>The task that names a model with this content; null when none does.</summary>
    /// <param name="suite">The suite.</param>
    /// <param name="sha256">64 lower-case hexadecimal digits.</param>
    public static BenchmarkTask? FindByModel(this Suite suite, string sha256) => suite.Tasks.FirstOrDefault(
        task => task.Models.Any(model => string.Equals(model.Sha256, sha256, StringComparison.Ordinal)));

    /// <summary>Id, input encoding and result form of a task's plans.</summary>
    public static PlanOptions PlanOptions(this BenchmarkTask task, Dialect dialect = Dialect.DoubleRounding) => new()
    {
        ModelId = task.Id,
        InputEncoding = task.Input switch
        {
            InputKind.UInt8Minus128 => InputEncoding.UInt8Minus128,
            InputKind.Float32Windows or InputKind.Float32 => InputEncoding.Float32,
            _ => InputEncoding.Raw,
        },
        ResultForm = task.Results switch
        {
            ResultPrinting.Cut => ResultForm.Cut,
            ResultPrinting.TrailingComma => ResultForm.TrailingComma,
            ResultPrinting.MeanSquare => ResultForm.MeanSquare,
            _ => ResultForm.Rounded,
        },
        Dialect = dialect,
    };
}
