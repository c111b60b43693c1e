using Tiny.Bench.Reference.Execution;

namespace Tiny.Bench.Reference.Benchmarks;

/// <summary>An operator of a model.</summary>
/// <param name="Model">File name.</param>
/// <param name="Index">Its place there.</param>
/// <param name="Text">Its name and shapes.</param>
/// <param name="Macs">Multiply-accumulates of one run.</param>
/// <param name="Bytes">Bytes that one run reads and writes at least once: input, weights, bias, output.</param>
public sealed record OperatorCase(string Model, int Index, string Text, long Macs, long Bytes)
{
    /// <summary>Those of all models at hand, without repetitions of a name and shapes.</summary>
    public static IEnumerable<OperatorCase> All() => BenchmarkModels.Files
        .SelectMany(path => Of(Path.GetFileName(path)))
        .DistinctBy(operation => operation.Text, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>Those of one model.</summary>
    public static IEnumerable<OperatorCase> Of(string model)
    {
        var interpreter = new Interpreter(BenchmarkModels.Load(model));
        foreach (OperatorSummary row in ModelSummary.Of(interpreter).Operators)
        {
            long bytes = 0;
            foreach (int index in interpreter.Operators[row.Index].Model.Inputs.Concat(interpreter.Operators[row.Index].Model.Outputs))
                bytes += index < 0 ? 0 : interpreter.Model.Main.Tensors[index].ByteCount;
            yield return new OperatorCase(model, row.Index, $"{row.Name} {row.Input} {row.Output}", row.MultiplyAccumulates, bytes);
        }
    }
}
