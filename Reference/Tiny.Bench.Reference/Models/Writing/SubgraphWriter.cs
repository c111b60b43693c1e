namespace Tiny.Bench.Reference.Models.Writing;

/// <summary>Turns graphs into the tables <c>SubGraph</c>, <c>Tensor</c> and <c>Operator</c>.</summary>
internal static class SubgraphWriter
{
    /// <summary>The table of one graph; adds its constants and operator codes to the model's lists.</summary>
    public static FlatTableContent Write(ModelSubgraph graph, BufferList buffers, OperatorCodeList codes) => new FlatTableContent()
        .Content(0, new FlatTablesContent([.. graph.Tensors.Select(tensor => Tensor(tensor, buffers))]))
        .Content(1, FlatVectorContent.Of([.. graph.Inputs]))
        .Content(2, FlatVectorContent.Of([.. graph.Outputs]))
        .Content(3, new FlatTablesContent([.. graph.Operators.Select(model => Operator(model, codes))]))
        .Content(4, FlatVectorContent.Text(graph.Name));

    private static FlatTableContent Tensor(ModelTensor tensor, BufferList buffers)
    {
        FlatTableContent table = new FlatTableContent()
            .Content(0, FlatVectorContent.Of(tensor.Shape.Extents))
            .Byte(1, (byte)tensor.Type)
            .Int32(2, tensor.Data is { } data ? buffers.Add(data) : 0)
            .Content(3, FlatVectorContent.Text(tensor.Name))
            .Byte(8, 1);
        if (tensor.IsVariable)
            table.Byte(5, 1);
        if (tensor.Quantization is { IsQuantized: true } quantization)
            table.Content(4, Quantization(quantization));
        return table;
    }

    private static FlatTableContent Quantization(Quantization quantization) => new FlatTableContent()
        .Content(2, FlatVectorContent.Of(quantization.Scales.Span))
        .Content(3, FlatVectorContent.Of(Array.ConvertAll(quantization.ZeroPoints.ToArray(), zeroPoint => (long)zeroPoint)))
        .Int32(6, quantization.Axis);

    private static FlatTableContent Operator(ModelOperator model, OperatorCodeList codes)
    {
        FlatTableContent table = new FlatTableContent()
            .Int32(0, codes.IndexOf(model))
            .Content(1, FlatVectorContent.Of([.. model.Inputs]))
            .Content(2, FlatVectorContent.Of([.. model.Outputs]));
        if (model.Options.ToContent($"operator {model.Index} ({model.Name})") is { } options)
            table.Byte(3, (byte)model.Options.Type).Content(4, options);
        return table;
    }
}
