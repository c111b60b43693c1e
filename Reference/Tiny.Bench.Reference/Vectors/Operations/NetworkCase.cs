using Tiny.Bench.Reference.Kernels;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary><c>network</c>: layers in a row, each an operation of the format; layer n owns the tensors <c>layer_n_weights</c> and <c>layer_n_bias</c>.</summary>
internal sealed class NetworkCase : VectorOperation
{
    private const long MaximumElements = 1 << 28;

    public override Array Compute<TRounding>(VectorCase vectorCase) => Compute<TRounding>(vectorCase, KernelSet.Plain);

    public override Array Compute<TRounding>(VectorCase vectorCase, KernelSet kernels)
    {
        VectorTensor current = vectorCase.Tensor("input");
        Array? computed = null;
        int position = 0;
        long elements = 0;
        IReadOnlyList<VectorParameters> layers = vectorCase.Parameters.Children("layers");
        foreach (VectorParameters layer in layers)
        {
            string operation = layer.Text("op", "");
            var output = VectorTensor.Declared(vectorCase.Id, current.Type, layer.Shape("output_shape"));
            elements += output.Shape.ElementCount;
            if (elements > MaximumElements)
                throw vectorCase.Error($"layers 0 to {position} have {elements} outputs; expected at most {MaximumElements}");
            VectorCase single = vectorCase.Layer(operation, layer, $"layer_{layer.Text("layer", $"{position}")}_", current, output, layers.Count);
            computed = VectorRunner.Find(vectorCase, operation).Compute<TRounding>(single, kernels);
            if (computed.Length != output.Shape.ElementCount)
                throw vectorCase.Error($"layer {position} ({operation}) gives {computed.Length} elements; its output_shape is {output.Shape}");
            current = VectorTensor.Of(vectorCase.Id, output.Shape, computed);
            position++;
        }

        return computed ?? throw vectorCase.Error("has no layers");
    }
}
