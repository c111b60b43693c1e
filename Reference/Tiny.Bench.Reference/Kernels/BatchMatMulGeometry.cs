using System.Diagnostics.CodeAnalysis;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>Which matrices a batch of products multiplies: the last two axes are a matrix, the leading ones broadcast.</summary>
public sealed record BatchMatMulGeometry
{
    private BatchMatMulGeometry(Broadcast batches) => Batches = batches;

    /// <summary>Which left matrix meets which right one.</summary>
    public Broadcast Batches { get; }

    /// <summary>Rows of the output.</summary>
    public int Rows { get; private init; }

    /// <summary>Products summed for one output.</summary>
    public int Depth { get; private init; }

    /// <summary>Columns of the output.</summary>
    public int Columns { get; private init; }

    /// <summary>Whether the left matrices are stored as [Depth,Rows].</summary>
    public bool AdjointLhs { get; private init; }

    /// <summary>Whether the right matrices are stored as [Columns,Depth].</summary>
    public bool AdjointRhs { get; private init; }

    /// <summary>The leading axes, then Rows and Columns.</summary>
    public Shape Output => new([.. Batches.Output.Extents, Rows, Columns]);

    /// <summary>
    /// Fits two shapes together; fails when a rank is not 2 to 5, a leading axis does not broadcast, the depths differ or the output is too large.
    /// </summary>
    public static bool TryCreate(Shape lhs, Shape rhs, bool adjointLhs, bool adjointRhs, [NotNullWhen(true)] out BatchMatMulGeometry? geometry)
    {
        geometry = null;
        if (lhs.Rank is < 2 or > Broadcast.MaximumRank || rhs.Rank is < 2 or > Broadcast.MaximumRank)
            return false;
        (int rows, int depth) = adjointLhs ? (lhs[^1], lhs[^2]) : (lhs[^2], lhs[^1]);
        (int rhsDepth, int columns) = adjointRhs ? (rhs[^1], rhs[^2]) : (rhs[^2], rhs[^1]);
        if (depth != rhsDepth || !Broadcast.TryCreate(new Shape(lhs.Extents[..^2]), new Shape(rhs.Extents[..^2]), out Broadcast? batches))
            return false;
        long outputRows = (long)batches.Output.ElementCount * rows;
        if (outputRows > int.MaxValue || outputRows * columns > int.MaxValue)
            return false;

        geometry = new BatchMatMulGeometry(batches)
        {
            Rows = rows,
            Depth = depth,
            Columns = columns,
            AdjointLhs = adjointLhs,
            AdjointRhs = adjointRhs,
        };
        return true;
    }

    /// <summary>Where the left factor of an output's product lies.</summary>
    internal int LhsAt(int matrix, int row, int step) =>
        (matrix * Rows * Depth) + (AdjointLhs ? (step * Rows) + row : (row * Depth) + step);

    /// <summary>Where the right factor of an output's product lies.</summary>
    internal int RhsAt(int matrix, int column, int step) =>
        (matrix * Columns * Depth) + (AdjointRhs ? (column * Depth) + step : (step * Columns) + column);
}
