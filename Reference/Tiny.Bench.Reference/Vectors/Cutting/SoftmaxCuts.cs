using Tiny.Bench.Reference.Plans.Operators;

namespace Tiny.Bench.Reference.Vectors.Cutting;

/// <summary>Cuts SOFTMAX: rows, then columns.</summary>
internal sealed class SoftmaxCuts : ICaseCuts
{
    public int Steps => 2;

    public IEnumerable<LoweredCase> Smaller(LoweredCase lowered, int step, int element)
    {
        var softmax = (SoftmaxParameters)lowered.Parameters;
        int row = element / softmax.Columns;
        return step == 0
            ? CutRange.Around(row, softmax.Rows).Select(kept => Cut(lowered, softmax, kept, Cropping.All(softmax.Columns)))
            : CutRange.Halves(softmax.Columns).Select(kept => Cut(lowered, softmax, Cropping.All(softmax.Rows), kept));
    }

    private static LoweredCase Cut(LoweredCase lowered, SoftmaxParameters softmax, CutRange rows, CutRange columns)
    {
        CutRange one = Cropping.All(1);
        sbyte[] input = Cropping.Crop(lowered.Inputs[0].Read<sbyte>(), [1, 1, softmax.Rows, softmax.Columns], [one, one, rows, columns]);
        return lowered with
        {
            Parameters = softmax with { Rows = rows.Count, Columns = columns.Count },
            Inputs = [VectorTensor.Of("cut-out", new Shape(rows.Count, columns.Count), input)],
        };
    }
}
