using System.Runtime.InteropServices;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Execution;

/// <summary>Spoils what a model of one operator says, in one to three places: the file stays a good flatbuffer.</summary>
internal static class OperatorMutator
{
    private static readonly int[] Numbers =
        [0, 1, -1, 2, 3, 5, 7, 16, 100, 127, 128, -128, 255, 4096, 65536, 1 << 20, 1 << 26, 1 << 30, int.MaxValue, int.MinValue];

    private static readonly float[] Scales = [1e-38f, 1e-9f, 1f / 256, 1, 3, 1e9f, 3e38f, 0, -1, float.NaN, float.PositiveInfinity];

    public static void Spoil(OperatorModel model, SplitMix64 random)
    {
        for (int changes = 1 + random.Below(3); changes > 0; changes--)
        {
            switch (random.Below(8))
            {
                case 0:
                    ChangeIndices(random.Below(2) == 0 ? model.Inputs : model.Outputs, model.Tensors.Count, random);
                    break;
                case 1:
                    ChangeIndices(random.Below(2) == 0 ? model.GraphInputs : model.GraphOutputs, model.Tensors.Count, random);
                    break;
                case 2 when model.OptionsType != BuiltinOptionsType.None:
                    model.Options[random.Below(8)] = random.Below(3) == 0 ? BitConverter.SingleToInt32Bits(Pick(Scales, random)) : Pick(Numbers, random);
                    break;
                default:
                    int index = random.Below(model.Tensors.Count);
                    model.Tensors[index] = Spoilt(model.Tensors[index], random);
                    break;
            }
        }
    }

    private static OperatorModelTensor Spoilt(OperatorModelTensor tensor, SplitMix64 random)
    {
        switch (random.Below(8))
        {
            case 0:
                return tensor with { Scale = random.Below(8) == 0 ? null : Pick(Scales, random) };
            case 1:
                return tensor with { ZeroPoint = Pick(Numbers, random) };
            case 2:
                return Refilled(tensor with { Type = (TensorType)random.Below(18) });
            case 3:
                return tensor with { IsVariable = !tensor.IsVariable };
            case 4 when tensor.Data is { Length: >= 4 } data:
                byte[] changed = [.. data];
                int at = random.Below(changed.Length / 4) * 4;
                MemoryMarshal.Write(changed.AsSpan(at), Pick(Numbers, random));
                return tensor with { Data = changed };
            case 5:
                return tensor.Data is null ? Refilled(tensor with { Data = [] }) : tensor with { Data = null };
            case 6:
                return Refilled(tensor with { Shape = random.Below(2) == 0 ? [.. tensor.Shape, Pick(Numbers, random)] : [.. tensor.Shape.Skip(1)] });
            default:
                int[] shape = [.. tensor.Shape];
                if (shape.Length > 0)
                    shape[random.Below(shape.Length)] = Pick(Numbers, random);
                return Refilled(tensor with { Shape = shape });
        }
    }

    // A constant keeps the length that its type and shape ask for, as far as there is memory.
    private static OperatorModelTensor Refilled(OperatorModelTensor tensor)
    {
        long count = tensor.Shape.Aggregate(1L, (product, extent) => Math.Clamp(product * extent, 0, 1 << 20));
        if (tensor.Data is not { } data || tensor.Type.ByteCount(count) is not { } length || length > 1 << 20)
            return tensor;
        Array.Resize(ref data, (int)length);
        return tensor with { Data = data };
    }

    private static void ChangeIndices(List<int> indices, int tensors, SplitMix64 random)
    {
        int index = random.Below(tensors + 2) - 1;
        switch (random.Below(3))
        {
            case 0 when indices.Count > 0:
                indices[random.Below(indices.Count)] = index;
                break;
            case 1 when indices.Count > 0:
                indices.RemoveAt(random.Below(indices.Count));
                break;
            default:
                indices.Add(index);
                break;
        }
    }

    private static T Pick<T>(T[] values, SplitMix64 random) => values[random.Below(values.Length)];
}
