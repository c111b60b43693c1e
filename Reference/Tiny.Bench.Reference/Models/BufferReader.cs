namespace Tiny.Bench.Reference.Models;

/// <summary>Reads the table <c>Buffer</c>: the contents of constants, inside the flatbuffer or behind it.</summary>
internal static class BufferReader
{
    // An offset of 0 or 1 says that the bytes are inside: schema.fbs, table Buffer.
    private const ulong FirstExternalOffset = 2;

    /// <summary>One view into the file per buffer; the first is empty.</summary>
    public static ReadOnlyMemory<byte>[] Read(FlatBuffer file, FlatTable model)
    {
        FlatTable[] tables = model.Tables(4);
        var contents = new ReadOnlyMemory<byte>[tables.Length];
        for (int index = 0; index < tables.Length; index++)
            contents[index] = Content(file, tables[index], index);
        if (contents.Length > 0 && !contents[0].IsEmpty)
            throw tables[0].Error($"buffer 0 holds {contents[0].Length} bytes; expected none, as it stands for tensors without a constant");
        return contents;
    }

    private static ReadOnlyMemory<byte> Content(FlatBuffer file, FlatTable table, int index)
    {
        ReadOnlyMemory<byte> inside = table.ByteVector(0);
        ulong offset = table.UInt64(1, 0), size = table.UInt64(2, 0);
        if (offset < FirstExternalOffset)
            return inside;
        if (!inside.IsEmpty)
            throw table.Error($"buffer {index} has {inside.Length} bytes inside and {size} at offset {offset}; expected one of them");
        if (offset > (ulong)file.Length || size > (ulong)file.Length - offset)
            throw table.Error($"buffer {index} takes {size} bytes at offset {offset}; the file has {file.Length}");
        return file.Slice((long)offset, (long)size, "an external buffer");
    }
}
