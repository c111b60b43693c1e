using System.Diagnostics.CodeAnalysis;
using Tiny.Bench.Reference.Execution;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>Two shapes stretched over each other by numpy's rule: aligned at the last axis, an extent of 1 repeats.</summary>
/// <remarks>The output is row-major. Source: tflite internal/common.h, NdArrayDescsForElementwiseBroadcast.</remarks>
public sealed class Broadcast
{
    /// <summary>The highest rank of an output.</summary>
    public const int MaximumRank = 5;

    private readonly int[] _steps1;
    private readonly int[] _steps2;

    private Broadcast(Shape first, Shape second, Shape output)
    {
        Output = output;
        IsFlat = first.ElementCount == output.ElementCount && second.ElementCount == output.ElementCount;
        _steps1 = Steps(first.PadTo(output.Rank));
        _steps2 = Steps(second.PadTo(output.Rank));
    }

    /// <summary>The shape of the result.</summary>
    public Shape Output { get; }

    /// <summary>Whether element n of both inputs meets in element n of the output.</summary>
    internal bool IsFlat { get; }

    /// <summary>Elements of the first input between neighbours along each axis of the output; 0 where one element serves the whole axis.</summary>
    internal ReadOnlySpan<int> FirstSteps => _steps1;

    /// <summary>The same of the second input.</summary>
    internal ReadOnlySpan<int> SecondSteps => _steps2;

    /// <summary>Aligns two shapes; fails when they do not fit, or the output has too many axes or elements.</summary>
    public static bool TryCreate(Shape first, Shape second, [NotNullWhen(true)] out Broadcast? broadcast)
    {
        broadcast = null;
        int rank = Math.Max(first.Rank, second.Rank);
        if (rank > MaximumRank)
            return false;

        Shape one = first.PadTo(rank), two = second.PadTo(rank);
        var extents = new int[rank];
        long count = 1;
        for (int axis = 0; axis < rank; axis++)
        {
            if (one[axis] != two[axis] && one[axis] != 1 && two[axis] != 1)
                return false;
            extents[axis] = one[axis] == 1 ? two[axis] : one[axis];
            count *= extents[axis];
            if (count > int.MaxValue)
                return false;
        }

        broadcast = new Broadcast(first, second, new Shape(extents));
        return true;
    }

    /// <summary>The elements of both inputs that meet in one element of the output.</summary>
    /// <param name="output">0 to the output's element count, exclusive.</param>
    public (int First, int Second) Locate(int output)
    {
        if (IsFlat)
            return (output, output);

        int first = 0, second = 0;
        for (int axis = Output.Rank - 1; axis >= 0; axis--)
        {
            (output, int index) = Math.DivRem(output, Output[axis]);
            first += index * _steps1[axis];
            second += index * _steps2[axis];
        }

        return (first, second);
    }

    /// <summary>Checks that two inputs of an operator give its output's shape.</summary>
    internal static Broadcast Prepare(OperatorContext context, Tensor first, Tensor second, Tensor output)
    {
        bool fits = TryCreate(first.Shape, second.Shape, out Broadcast? broadcast);
        context.Require(
            fits,
            $"shapes {first.Shape} and {second.Shape} of tensors {first.Index} and {second.Index} do not broadcast to at most {MaximumRank} axes");
        context.RequireShape(output, broadcast!.Output);
        return broadcast;
    }

    // Elements between neighbours along each axis; 0 where one element serves the whole axis.
    private static int[] Steps(Shape shape)
    {
        var steps = new int[shape.Rank];
        for (int axis = 0; axis < shape.Rank; axis++)
            steps[axis] = shape[axis] == 1 ? 0 : shape.Product(axis + 1, shape.Rank);
        return steps;
    }
}
