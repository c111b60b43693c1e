using Tiny.Bench.Core.Systems;
using Tiny.Bench.Reference;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Harness.Conformance;

/// <summary>Makes golden files of models that no other implementation has answered for: what the plain kernels compute, operator by operator.</summary>
/// <remarks>Such a file proves nothing about the kernels that made it. It shows that another machine, build or path computes the same.</remarks>
public static class GoldenRecorder
{
    // As the files made with TFLM: longer outputs are known by their checksum.
    private const int LongestHex = 64;

    /// <summary>Runs a model in double rounding on some of the starter pack's inputs.</summary>
    /// <param name="fileName">Name of the model's file.</param>
    /// <param name="model">The model: one int8 input, one output.</param>
    /// <param name="source">The golden file's source, see <see cref="StarterInputs.SourceOf"/>.</param>
    /// <param name="inputs">The inputs of that source.</param>
    /// <param name="count">How many inputs to take, spread over all: 1 to their number.</param>
    public static GoldenFile Record(string fileName, TfliteModel model, string source, StarterInputs inputs, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, inputs.Count);
        var interpreter = new Interpreter(model);
        Tensor input = interpreter.Inputs[0];
        var quantization = new QuantizationParameters(input.Quantization.Scale, input.Quantization.ZeroPoint);
        return new GoldenFile
        {
            Model = fileName,
            Sha256 = model.Sha256,
            InputBytes = input.Bytes.Length,
            Source = source,
            Results =
            [
                .. Enumerable.Range(0, count).Select(number => number * inputs.Count / count)
                    .Select(index => Run(interpreter, index, inputs.Read(index, quantization))),
            ],
        };
    }

    private static GoldenResult Run(Interpreter interpreter, int index, byte[] input)
    {
        var observer = new ChecksumObserver();
        interpreter.ResetVariables();
        interpreter.SetInput(0, input);
        interpreter.Invoke(observer);

        var activations = new List<GoldenActivation>();
        foreach (PlannedOperator planned in interpreter.Operators)
        {
            activations.AddRange(planned.Model.Outputs.Select(tensor => new GoldenActivation
            {
                Op = planned.Model.Index,
                Name = planned.Model.Name,
                Tensor = tensor,
                Crc32 = Hex(observer.Find(planned.Model.Index, tensor)!.Value),
            }));
        }

        ReadOnlySpan<byte> output = interpreter.Outputs[0].Bytes;
        return new GoldenResult
        {
            Input = index,
            InputCrc32 = Hex(Crc32.Compute(input)),
            OutputCrc32 = Hex(Crc32.Compute(output)),
            OutputHex = output.Length <= LongestHex ? Convert.ToHexStringLower(output) : null,
            Activations = activations,
        };
    }

    private static string Hex(uint checksum) => $"{checksum:x8}";
}
