using System.Collections.Immutable;
using Tiny.Bench.Reference.Models.Writing;

namespace Tiny.Bench.Reference.Models;

/// <summary>The options table of an operator: fields by their number in the schema, with the schema's defaults.</summary>
public sealed class OperatorOptions
{
    private readonly FlatTable? _table;
    private readonly ImmutableSortedDictionary<int, byte> _changed = ImmutableSortedDictionary<int, byte>.Empty;

    internal OperatorOptions(BuiltinOptionsType type, FlatTable? table)
    {
        Type = type;
        _table = table;
    }

    private OperatorOptions(OperatorOptions original, BuiltinOptionsType type, int field, byte value)
        : this(type, original._table) => _changed = original._changed.SetItem(field, value);

    /// <summary>No options table: every field has its default.</summary>
    public static OperatorOptions None { get; } = new(BuiltinOptionsType.None, null);

    /// <summary>Which member of the schema's union the file holds.</summary>
    public BuiltinOptionsType Type { get; }

    /// <summary>A scalar <c>int</c> field.</summary>
    public int Int32(int field, int fallback) => _table?.Int32(field, fallback) ?? fallback;

    /// <summary>A scalar <c>byte</c> or enum field.</summary>
    public int Byte(int field, int fallback) =>
        _changed.TryGetValue(field, out byte value) ? value : _table?.Byte(field, (byte)fallback) ?? fallback;

    /// <summary>A scalar <c>float</c> field.</summary>
    public float Float32(int field, float fallback) => _table?.Float32(field, fallback) ?? fallback;

    /// <summary>A scalar <c>bool</c> field.</summary>
    public bool Bool(int field, bool fallback) => Byte(field, fallback ? 1 : 0) != 0;

    /// <summary>A vector of <c>int</c>, at most one per axis of a tensor; empty when absent.</summary>
    /// <remarks>Kernels read options outside the limit on what parsing may read, so no read of theirs may be long.</remarks>
    public int[] Int32Vector(int field) => _table?.Int32Vector(field, TensorReader.MaximumRank) ?? [];

    /// <summary>The same options with another value in a <c>byte</c>, enum or <c>bool</c> field.</summary>
    /// <param name="type">The table that has the field; what <see cref="Type"/> says, unless there was no table.</param>
    /// <param name="field">The field's number in the schema.</param>
    /// <param name="value">The new value.</param>
    internal OperatorOptions With(BuiltinOptionsType type, int field, byte value) => new(this, type, field, value);

    /// <summary>The table to write, with every field that is there and known; null when there is none.</summary>
    /// <exception cref="ModelFormatException">The schema's table is not known here, so that fields would be lost.</exception>
    internal FlatTableContent? ToContent(string where)
    {
        if (Type == BuiltinOptionsType.None)
            return null;
        IReadOnlyList<OptionField> fields = OptionsSchema.FieldsOf(Type)
            ?? throw new ModelFormatException(where, $"has options of union member {(int)Type}, which cannot be written");
        var content = new FlatTableContent();
        for (int field = 0; field < fields.Count; field++)
        {
            if (_table?.Has(field) == true)
                Copy(content, fields[field], field);
        }

        foreach ((int field, byte value) in _changed)
            content.Byte(field, value);
        return content;
    }

    private void Copy(FlatTableContent content, OptionField kind, int field) => _ = kind switch
    {
        OptionField.U8 => content.Byte(field, (byte)Byte(field, 0)),
        OptionField.I32 => content.Int32(field, Int32(field, 0)),
        OptionField.F32 => content.Float32(field, Float32(field, 0)),
        _ => content.Content(field, FlatVectorContent.Of(Int32Vector(field))),
    };
}
