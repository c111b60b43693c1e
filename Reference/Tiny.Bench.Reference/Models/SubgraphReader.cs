namespace Tiny.Bench.Reference.Models;

/// <summary>Reads the table <c>SubGraph</c>: tensors, operators, and whether the data can flow as they say.</summary>
internal sealed class SubgraphReader(OperatorCode[] codes, ReadOnlyMemory<byte>[] contents)
{
    /// <summary>Reads one subgraph.</summary>
    public ModelSubgraph Read(FlatTable table)
    {
        FlatTable[] tensorTables = table.Tables(0);
        var tensors = new ModelTensor[tensorTables.Length];
        for (int index = 0; index < tensors.Length; index++)
            tensors[index] = TensorReader.Read(tensorTables[index], index, contents);

        int[] inputs = ReadIndices(table, 1, tensors.Length, lowest: 0, "the graph's inputs");
        int[] outputs = ReadIndices(table, 2, tensors.Length, lowest: 0, "the graph's outputs");
        var flow = new DataFlow(tensors);
        Require(table, "the graph", flow.AddInputs(inputs));

        FlatTable[] operatorTables = table.Tables(3);
        var operators = new ModelOperator[operatorTables.Length];
        for (int index = 0; index < operators.Length; index++)
        {
            ModelOperator current = ReadOperator(operatorTables[index], index, tensors.Length);
            Require(operatorTables[index], $"operator {index} ({current.Name})", flow.AddOperator(current));
            operators[index] = current;
        }

        Require(table, "the graph", flow.AddOutputs(outputs));
        return new ModelSubgraph { Name = table.Text(4), Tensors = tensors, Inputs = inputs, Outputs = outputs, Operators = operators };
    }

    private static void Require(FlatTable table, string who, string? problem)
    {
        if (problem is not null)
            throw table.Error($"{who} {problem}");
    }

    private ModelOperator ReadOperator(FlatTable table, int index, int tensorCount)
    {
        uint codeIndex = table.UInt32(0, 0);
        if (codeIndex >= codes.Length)
            throw table.Error($"operator {index} has code {codeIndex} of the model's list; it has {codes.Length}");
        OperatorCode code = codes[codeIndex];
        return new ModelOperator
        {
            Index = index,
            Code = code.Code,
            Version = code.Version,
            CustomName = code.CustomName,
            Inputs = ReadIndices(table, 1, tensorCount, lowest: -1, "the operator's inputs"),
            Outputs = ReadIndices(table, 2, tensorCount, lowest: 0, "the operator's outputs"),
            Options = ReadOptions(table, index),
        };
    }

    private static OperatorOptions ReadOptions(FlatTable table, int index)
    {
        var type = (BuiltinOptionsType)table.Byte(3, 0);
        FlatTable? options = table.Table(4);
        if ((type == BuiltinOptionsType.None) != (options is null))
        {
            throw table.Error(options is null
                ? $"operator {index} has options of union member {(byte)type} without their table"
                : $"operator {index} has a table of options that does not say which");
        }

        return new OperatorOptions(type, options);
    }

    private static int[] ReadIndices(FlatTable table, int field, int tensorCount, int lowest, string what)
    {
        int[] indices = table.Int32Vector(field);
        foreach (int index in indices)
        {
            if (index < lowest || index >= tensorCount)
                throw table.Error($"{what} have tensor {index}; expected {lowest} to {tensorCount - 1}");
        }

        return indices;
    }
}
