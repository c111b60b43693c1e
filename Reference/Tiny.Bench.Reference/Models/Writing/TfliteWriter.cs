namespace Tiny.Bench.Reference.Models.Writing;

/// <summary>Writes a <c>.tflite</c> file (flatbuffer, schema version 3, identifier TFL3) that TFLite and TFLM load.</summary>
/// <remarks>
/// Buffer 0 is empty and stands for tensors without a constant; every constant has a buffer of its own. What the reader does not read is
/// not written: signatures, recorded ranges, shape signatures. Source of the field numbers: tflite schema.fbs.
/// </remarks>
public static class TfliteWriter
{
    private const int SchemaVersion = 3;

    /// <summary>Writes a model that was read: the same graphs, constants and metadata.</summary>
    /// <exception cref="ModelFormatException">An operator has options that cannot be written.</exception>
    public static byte[] Write(TfliteModel model) => Write(model.Subgraphs, model.Description, model.Metadata);

    /// <summary>Writes graphs.</summary>
    /// <param name="subgraphs">At least one; the first is the one that runs.</param>
    /// <param name="description">What made the model.</param>
    /// <param name="metadata">Named blobs; may be empty.</param>
    /// <exception cref="ModelFormatException">An operator has options that cannot be written.</exception>
    public static byte[] Write(
        IReadOnlyList<ModelSubgraph> subgraphs, string description, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> metadata)
    {
        var buffers = new BufferList();
        var codes = new OperatorCodeList();
        FlatTableContent[] graphs = [.. subgraphs.Select(graph => SubgraphWriter.Write(graph, buffers, codes))];
        FlatTableContent[] blobs =
        [
            .. metadata.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => new FlatTableContent()
                .Content(0, FlatVectorContent.Text(entry.Key))
                .Int32(1, buffers.Add(entry.Value))),
        ];

        FlatTableContent root = new FlatTableContent()
            .Int32(0, SchemaVersion)
            .Content(1, codes.ToContent())
            .Content(2, new FlatTablesContent(graphs))
            .Content(3, FlatVectorContent.Text(description))
            .Content(4, buffers.ToContent());
        if (blobs.Length > 0)
            root.Content(6, new FlatTablesContent(blobs));
        return FlatBufferWriter.Write(root, "TFL3"u8);
    }
}
