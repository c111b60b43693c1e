namespace Tiny.Bench.Reference.Models;

/// <summary>The options table of an operator: fields by their number in the schema, with the schema's defaults.</summary>
public sealed class OperatorOptions
{
    private readonly FlatTable? _table;

    internal OperatorOptions(BuiltinOptionsType type, FlatTable? table)
    {
        Type = type;
        _table = table;
    }

    /// <summary>Which member of the schema's union the file holds.</summary>
    public BuiltinOptionsType Type { get; }

    /// <summary>A scalar <c>int</c> field.</summary>
    public int Int32(int field, int fallback) => _table?.Int32(field, fallback) ?? fallback;

    /// <summary>A scalar <c>byte</c> or enum field.</summary>
    public int Byte(int field, int fallback) => _table?.Byte(field, (byte)fallback) ?? fallback;

    /// <summary>A scalar <c>float</c> field.</summary>
    public float Float32(int field, float fallback) => _table?.Float32(field, fallback) ?? fallback;

    /// <summary>A scalar <c>bool</c> field.</summary>
    public bool Bool(int field, bool fallback) => _table?.Bool(field, fallback) ?? fallback;

    /// <summary>A vector of <c>int</c>, at most one per axis of a tensor; empty when absent.</summary>
    /// <remarks>Kernels read options outside the limit on what parsing may read, so no read of theirs may be long.</remarks>
    public int[] Int32Vector(int field) => _table?.Int32Vector(field, TensorReader.MaximumRank) ?? [];
}
