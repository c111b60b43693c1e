namespace Tiny.Bench.Reference.Models.Writing;

/// <summary>The model's list of operator codes while it grows: each code with each version once.</summary>
internal sealed class OperatorCodeList
{
    // What the old one-byte field says of a code that does not fit it: enum member PLACEHOLDER_FOR_GREATER_OP_CODES.
    private const int Placeholder = 127;

    private readonly List<OperatorCode> _codes = [];

    /// <summary>Index of an operator's code.</summary>
    public int IndexOf(ModelOperator model)
    {
        var code = new OperatorCode(model.Code, model.Version, model.CustomName);
        int index = _codes.IndexOf(code);
        if (index >= 0)
            return index;
        _codes.Add(code);
        return _codes.Count - 1;
    }

    /// <summary>The vector to write. Source of the two number fields: tflite schema_conversion_utils.cc, ConvertBuiltinCodeToDeprecatedBuiltinCode.</summary>
    public FlatTablesContent ToContent() => new([.. _codes.Select(Table)]);

    private static FlatTableContent Table(OperatorCode code)
    {
        FlatTableContent table = new FlatTableContent()
            .Byte(0, (byte)Math.Min((int)code.Code, Placeholder))
            .Int32(2, code.Version)
            .Int32(3, (int)code.Code);
        if (code.CustomName is { } name)
            table.Content(1, FlatVectorContent.Text(name));
        return table;
    }
}
