using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Reference.Plans.Operators;

namespace Tiny.Bench.Reference.Vectors.Cutting;

/// <summary>Cuts ADD and MUL to the pairs that make a few outputs, without broadcasting.</summary>
internal sealed class PairCuts : ICaseCuts
{
    public int Steps => 2;

    public IEnumerable<LoweredCase> Smaller(LoweredCase lowered, int step, int element)
    {
        BroadcastStrides broadcast = BroadcastOf(lowered);
        int count = broadcast.Extents.Aggregate(1, (product, extent) => product * extent);

        // A fault of a vector loop needs its length: the second round halves what the first could not cut to the element.
        return CutRange.Around(element, count).Select(kept => Cut(lowered, broadcast, kept));
    }

    private static BroadcastStrides BroadcastOf(LoweredCase lowered) =>
        lowered.Parameters is AddParameters add ? add.Broadcast : ((MulParameters)lowered.Parameters).Broadcast;

    private static LoweredCase Cut(LoweredCase lowered, BroadcastStrides broadcast, CutRange kept)
    {
        var first = new sbyte[kept.Count];
        var second = new sbyte[kept.Count];
        for (int at = 0; at < kept.Count; at++)
        {
            (int from1, int from2) = broadcast.Locate(kept.First + at);
            first[at] = lowered.Inputs[0].Read<sbyte>()[from1];
            second[at] = lowered.Inputs[1].Read<sbyte>()[from2];
        }

        var shape = new Shape(kept.Count);
        _ = Broadcast.TryCreate(shape, shape, out Broadcast? flat);
        var strides = BroadcastStrides.Of(flat!);
        return lowered with
        {
            Parameters = lowered.Parameters is AddParameters add ? add with { Broadcast = strides } : (MulParameters)lowered.Parameters with { Broadcast = strides },
            Inputs = [VectorTensor.Of("cut-out", shape, first), VectorTensor.Of("cut-out", shape, second)],
        };
    }
}
