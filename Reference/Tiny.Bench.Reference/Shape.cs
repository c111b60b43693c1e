using System.Globalization;

namespace Tiny.Bench.Reference;

/// <summary>The extents of a tensor, row-major, last axis fastest; images are NHWC with batch first.</summary>
/// <remarks>Every extent is at least 0 and the element count fits an int; a scalar has rank 0 and one element.</remarks>
public sealed class Shape : IEquatable<Shape>
{
    private readonly int[] _extents;

    /// <summary>Creates a shape; throws when an extent is negative or the element count exceeds <see cref="int.MaxValue"/>.</summary>
    public Shape(params ReadOnlySpan<int> extents)
    {
        long count = 1;
        foreach (int extent in extents)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(extent, nameof(extents));
            count *= extent;
            ArgumentOutOfRangeException.ThrowIfGreaterThan(count, int.MaxValue, nameof(extents));
        }

        _extents = extents.ToArray();
        ElementCount = (int)count;
    }

    /// <summary>Number of axes.</summary>
    public int Rank => _extents.Length;

    /// <summary>Product of all extents; 1 for a scalar.</summary>
    public int ElementCount { get; }

    /// <summary>The extents, outermost first.</summary>
    public ReadOnlySpan<int> Extents => _extents;

    /// <summary>Extent of one axis; the last axis is <c>shape[^1]</c>.</summary>
    public int this[Index axis] => _extents[axis];

    /// <summary>Product of all extents but the last: the number of rows of length <c>this[^1]</c>; 1 for a scalar.</summary>
    public int RowCount => Rank == 0 ? 1 : Product(0, Rank - 1);

    /// <summary>Product of the extents of axes <paramref name="from"/> (inclusive) to <paramref name="to"/> (exclusive).</summary>
    public int Product(int from, int to)
    {
        int product = 1;
        for (int axis = from; axis < to; axis++)
            product *= _extents[axis];
        return product;
    }

    /// <summary>The same elements with leading axes of extent 1 added until the rank is <paramref name="rank"/>.</summary>
    public Shape PadTo(int rank)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rank, Rank);
        var extents = new int[rank];
        extents.AsSpan(0, rank - Rank).Fill(1);
        _extents.CopyTo(extents, rank - Rank);
        return new Shape(extents);
    }

    /// <inheritdoc/>
    public bool Equals(Shape? other) => other is not null && Extents.SequenceEqual(other.Extents);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Shape);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (int extent in _extents)
            hash.Add(extent);
        return hash.ToHashCode();
    }

    /// <summary>The extents as <c>[1,49,10,1]</c>.</summary>
    public override string ToString() => $"[{string.Join(',', _extents.Select(e => e.ToString(CultureInfo.InvariantCulture)))}]";
}
