using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Kernels;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary><c>strided_slice</c>: <c>begin</c>, <c>end</c>, <c>strides</c> and masks as the operator has them.</summary>
internal sealed class StridedSliceCase : MovementCase
{
    protected override void Move(VectorCase vectorCase, Tensor output)
    {
        Tensor input = Input(vectorCase, "input");
        VectorParameters parameters = vectorCase.Parameters;
        var bounds = new SliceBounds
        {
            Begins = PerAxis("begin"),
            Ends = PerAxis("end"),
            Strides = PerAxis("strides"),
            BeginMask = parameters.Int32("begin_mask", 0),
            EndMask = parameters.Int32("end_mask", 0),
            ShrinkAxisMask = parameters.Int32("shrink_axis_mask", 0),
        };
        StridedView view = StridedSlice.View(input.Shape, bounds, Require, out Shape expected);
        RequireShape(vectorCase, expected.Extents);
        StridedSlice.Run(view, ElementBytes(input), input, output);

        int[] PerAxis(string name)
        {
            int[] values = parameters.Int32List(name);
            return values.Length == input.Shape.Rank
                ? values
                : throw vectorCase.Error($"{name} has {values.Length} values; expected one for each of {input.Shape.Rank} axes");
        }

        void Require(bool condition, string problem)
        {
            if (!condition)
                throw vectorCase.Error(problem);
        }
    }
}
