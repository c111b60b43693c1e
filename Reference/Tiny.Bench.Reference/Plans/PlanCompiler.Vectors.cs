using System.Runtime.InteropServices;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Vectors;

namespace Tiny.Bench.Reference.Plans;

/// <content>Vector cases: inputs and output lie in a row in the arena, weights and bias are constants.</content>
public static partial class PlanCompiler
{
    /// <summary>What a board calls the model while it runs a vector case.</summary>
    public const string VectorModelId = "vector";

    /// <summary>Lowers a case to a plan of one operator.</summary>
    /// <exception cref="UnsupportedVectorException">A plan has no form for the operation or its types.</exception>
    /// <exception cref="VectorFormatException">The case contradicts itself.</exception>
    /// <exception cref="PlanFormatException">A parameter lies outside of what boards may be asked for.</exception>
    public static VectorPlan Compile(VectorCase vectorCase, Dialect dialect = Dialect.DoubleRounding)
    {
        LoweredCase lowered = VectorRunner.Find(vectorCase, vectorCase.Operation).Lower(vectorCase)
            ?? throw new UnsupportedVectorException(vectorCase.Id, $"a plan has no form for {vectorCase.Operation} on these types");
        VectorTensor output = vectorCase.Output;
        if (output.Type != TensorType.Int8)
            throw new UnsupportedVectorException(vectorCase.Id, $"a plan has no form for an output of {output.Type.SchemaName()}");

        VectorTensor[] computed = [.. lowered.Inputs, output];
        var builder = new PlanBuilder(vectorCase.Id, new PlanOptions { ModelId = VectorModelId, Dialect = dialect })
        {
            // Up to the last byte of the output: a guard behind the arena begins where a kernel must stop.
            ArenaBytes = checked((int)(lowered.Inputs.Sum(tensor => ArenaPlan.Align(tensor.Content.Length)) + output.Content.Length)),
        };
        int offset = 0;
        var operands = new List<int>();
        foreach (VectorTensor tensor in computed)
        {
            operands.Add(builder.AddComputed(TensorType.Int8, offset, tensor.Content.Length));
            offset += (int)ArenaPlan.Align(tensor.Content.Length);
        }

        int[] inputs = [.. operands[..^1]], outputs = [operands[^1]];
        operands.RemoveAt(operands.Count - 1);
        if (lowered.Weights is { } weights)
        {
            operands.Add(builder.AddConstant(TensorType.Int8, MemoryMarshal.AsBytes<sbyte>(weights)));
            operands.Add(lowered.Bias is { } bias ? builder.AddConstant(TensorType.Int32, MemoryMarshal.AsBytes<int>(bias)) : -1);
        }

        builder.AddOperator(lowered.Parameters, [.. operands], outputs[0]);
        byte[] upload = [.. lowered.Inputs.SelectMany(input => input.Content.ToArray())];
        return new VectorPlan(builder.Write(inputs, outputs), upload, output.Content, builder.ArenaBytes, outputs[0]);
    }
}
