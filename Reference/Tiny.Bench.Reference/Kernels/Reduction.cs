using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Kernels.Fast;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>Which input elements each output element of MEAN or SUM covers.</summary>
/// <remarks>Output element o covers the inputs at <c>Kept.Offset(o) + Reduced.Offset(r)</c>, for r from 0 to <see cref="Count"/> - 1.</remarks>
public sealed class Reduction
{
    private readonly StridedView _kept;
    private readonly StridedView _reduced;

    /// <summary>Reduces a shape along axes.</summary>
    /// <param name="input">The shape to reduce.</param>
    /// <param name="axes">0 to rank - 1, in any order; doubles count once.</param>
    public Reduction(Shape input, params ReadOnlySpan<int> axes)
    {
        ArgumentNullException.ThrowIfNull(input);
        var isReduced = new bool[input.Rank];
        foreach (int axis in axes)
            isReduced[axis] = true;

        _kept = Along(input, isReduced, wanted: false);
        _reduced = Along(input, isReduced, wanted: true);
        OutputCount = _kept.Extents.Aggregate(1, (product, extent) => product * extent);
        Count = _reduced.Extents.Aggregate(1, (product, extent) => product * extent);
        Blocks = FindBlocks(input, isReduced);
    }

    /// <summary>Elements of the output.</summary>
    public int OutputCount { get; }

    /// <summary>Input elements under each output element.</summary>
    public int Count { get; }

    /// <summary>The same as three axes, where all reduced ones are neighbours; else null.</summary>
    internal ReducedBlocks? Blocks { get; }

    /// <summary>Flat index of input element <paramref name="element"/> under output element <paramref name="output"/>.</summary>
    public int InputIndex(int output, int element) => _kept.Offset(output) + _reduced.Offset(element);

    /// <summary>Checks the tensors of MEAN or SUM, whose number the caller has checked. Inputs: tensor, axes (constant).</summary>
    /// <param name="context">The operator.</param>
    /// <param name="largestDifference">Largest distance of a code to its zero point, of which int32 must hold the sum; 0 for real numbers.</param>
    internal static Reduction Prepare(OperatorContext context, int largestDifference)
    {
        Tensor input = context.Input(0), output = context.Output();
        Shape shape = input.Shape;
        context.RequireRank(input, 1, OperatorContext.MaximumRank);
        context.Require(shape.ElementCount > 0, $"tensor {input.Index} has shape {shape}; expected at least one element");
        context.RequireType(output, input.Type);
        int[] axes = context.RequireIndices(context.Input(1));
        for (int i = 0; i < axes.Length; i++)
            axes[i] = context.RequireAxis(axes[i], shape.Rank);

        bool keepDimensions = context.Options(BuiltinOptionsType.Reducer).Bool(0, false);
        var extents = new List<int>();
        for (int axis = 0; axis < shape.Rank; axis++)
        {
            if (!axes.Contains(axis))
                extents.Add(shape[axis]);
            else if (keepDimensions)
                extents.Add(1);
        }

        context.RequireShape(output, new Shape(extents.ToArray()));
        var reduction = new Reduction(shape, axes);
        int largestCount = int.MaxValue / Math.Max(largestDifference, 1);
        context.Require(
            reduction.Count <= largestCount,
            $"each output covers {reduction.Count} inputs; expected at most {largestCount}, or the sum may overflow");
        return reduction;
    }

    // An axis of one element is neither in the way nor missing.
    private static ReducedBlocks? FindBlocks(Shape shape, bool[] isReduced)
    {
        int first = Array.IndexOf(isReduced, true), last = Array.LastIndexOf(isReduced, true);
        if (first < 0)
            return null;
        for (int axis = first; axis < last; axis++)
        {
            if (!isReduced[axis] && shape[axis] != 1)
                return null;
        }

        return new ReducedBlocks(shape.Product(0, first), shape.Product(first, last + 1), shape.Product(last + 1, shape.Rank));
    }

    private static StridedView Along(Shape shape, bool[] isReduced, bool wanted)
    {
        int[] strides = StridedView.RowMajorStrides(shape);
        int[] axes = Enumerable.Range(0, shape.Rank).Where(axis => isReduced[axis] == wanted).ToArray();
        return new StridedView(0, axes.Select(axis => shape[axis]).ToArray(), axes.Select(axis => strides[axis]).ToArray());
    }
}
