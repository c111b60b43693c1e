namespace Tiny.Bench.Reference.Models.Writing;

/// <summary>A vector of tables: its length, then an offset to each.</summary>
internal sealed class FlatTablesContent(IReadOnlyList<FlatTableContent> tables) : FlatContent
{
    /// <inheritdoc/>
    public override int Write(FlatBufferWriter writer)
    {
        writer.Align(sizeof(int));
        int position = writer.Position;
        writer.Int32(tables.Count);
        foreach (FlatTableContent table in tables)
            writer.Offset(table);
        return position;
    }
}
