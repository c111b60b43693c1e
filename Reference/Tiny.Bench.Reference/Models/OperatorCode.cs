namespace Tiny.Bench.Reference.Models;

/// <summary>An entry of the model's list of operators, which the operators of all subgraphs refer to.</summary>
internal readonly record struct OperatorCode(BuiltinOperator Code, int Version, string? CustomName)
{
    /// <summary>Reads the table <c>OperatorCode</c> of every entry.</summary>
    public static OperatorCode[] ReadAll(FlatTable model)
    {
        FlatTable[] tables = model.Tables(1);
        var codes = new OperatorCode[tables.Length];
        for (int index = 0; index < tables.Length; index++)
            codes[index] = Read(tables[index], index);
        return codes;
    }

    private static OperatorCode Read(FlatTable table, int index)
    {
        var code = (BuiltinOperator)Number(table, index);
        int version = table.Int32(2, 1);
        if (version < 1)
            throw table.Error($"operator code {index} ({code.SchemaName()}) has version {version}; expected at least 1");
        if (code != BuiltinOperator.Custom)
            return new OperatorCode(code, version, null);
        string name = table.Text(1);
        if (name.Length == 0)
            throw table.Error($"operator code {index} is CUSTOM without a name");
        return new OperatorCode(code, version, name);
    }

    // A byte has no room for codes above 126: they stand in a second field, and the old one then says 127. Older files have the old
    // field only. Source: tflite schema_utils.cc, GetBuiltinCode, which takes the larger; here a contradiction is an error.
    private static int Number(FlatTable table, int index)
    {
        int old = (sbyte)table.Byte(0, 0), current = table.Int32(3, 0);
        if (old < 0 || current < 0)
            throw table.Error($"operator code {index} is {Math.Min(old, current)}; expected at least 0");
        if (current != 0 && table.Has(0) && old != Math.Min(current, (int)sbyte.MaxValue))
            throw table.Error($"operator code {index} is {old} in deprecated_builtin_code and {current} in builtin_code");
        return Math.Max(old, current);
    }
}
