using System.Globalization;
using Tiny.Bench.Boards.Systems;
using Tiny.Bench.Core.Systems;
using Tiny.Bench.Harness.Systems;
using Tiny.Bench.Reference;
using Tiny.Bench.Reference.Plans;

namespace Tiny.Bench.Cli.Running;

/// <summary>Tells the boards' side of a task's model, which the reference's side lowers.</summary>
internal static class BoardModels
{
    /// <summary>Compiles the task's model and describes what a board runs.</summary>
    public static BoardModel Of(HostTask task)
    {
        byte[] plan = task.CompilePlan();
        var image = PlanImage.Read(plan, task.ModelFile.Path);
        int output = image.Outputs[0];
        PlanTensor tensor = image.Tensors[output];
        return new BoardModel
        {
            Id = image.ModelId,
            InputBytes = image.DataBytes,
            OutputBytes = tensor.Length,
            OutputQuantization = tensor.Type == TensorType.Int8 ? new QuantizationParameters(tensor.Scale, tensor.ZeroPoint) : null,
            OutputTensor = output,
            PlanCrc = image.Crc32.ToString("x8", CultureInfo.InvariantCulture),
            Plan = plan,
            ArenaBytes = image.ArenaBytes,
        };
    }
}
