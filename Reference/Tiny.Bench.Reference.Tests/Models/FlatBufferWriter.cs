using System.Buffers.Binary;
using System.Text;

namespace Tiny.Bench.Reference.Models;

/// <summary>Writes a flatbuffer from nodes, front to back, each node once. Checks nothing: hostile files are its purpose.</summary>
internal sealed class FlatBufferWriter
{
    private readonly List<byte> _bytes = [];
    private readonly Dictionary<FlatNode, int> _positions = [];
    private readonly List<(int At, FlatNode Target)> _offsets = [];

    /// <summary>The file: offset of the root, identifier, nodes.</summary>
    public static byte[] Write(FlatNode root, string identifier = "TFL3")
    {
        var writer = new FlatBufferWriter();
        writer.Offset(root);
        writer._bytes.AddRange(Encoding.ASCII.GetBytes(identifier));
        foreach (FlatNode node in ParentsFirst(root))
            writer.Place(node);

        byte[] file = writer._bytes.ToArray();
        foreach ((int at, FlatNode target) in writer._offsets)
            BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at), writer._positions[target] - at);
        return file;
    }

    // Offsets only point forward, so a node comes after all that point to it: the reverse of the order in which a depth-first walk leaves.
    private static List<FlatNode> ParentsFirst(FlatNode root)
    {
        var left = new List<FlatNode>();
        var seen = new HashSet<FlatNode>();
        Visit(root);
        left.Reverse();
        return left;

        void Visit(FlatNode node)
        {
            if (!seen.Add(node))
                return;
            IEnumerable<object> children = node is FlatFields table ? table.Fields.Values : ((FlatVector)node).Nodes;
            foreach (FlatNode child in children.OfType<FlatNode>())
                Visit(child);
            left.Add(node);
        }
    }

    private void Place(FlatNode node)
    {
        Align();
        if (node is FlatVector vector)
            PlaceVector(vector);
        else
            PlaceTable((FlatFields)node);
    }

    private void PlaceVector(FlatVector vector)
    {
        _positions[vector] = _bytes.Count;
        Int32(vector.Count);
        foreach (FlatNode node in vector.Nodes)
            Offset(node);
        if (vector.Nodes.Count == 0)
            _bytes.AddRange(vector.Elements);
    }

    private void PlaceTable(FlatFields table)
    {
        int slots = table.Fields.Count == 0 ? 0 : table.Fields.Keys.Max() + 1;
        var vtable = new ushort[2 + slots];
        int length = 4;
        foreach ((int field, object value) in table.Fields)
        {
            vtable[2 + field] = (ushort)length;
            length += FlatFields.Encode(value).Length;
        }

        vtable[0] = (ushort)(2 * vtable.Length);
        vtable[1] = (ushort)length;
        int vtableAt = _bytes.Count;
        foreach (ushort word in vtable)
            _bytes.AddRange([(byte)word, (byte)(word >> 8)]);
        Align();
        _positions[table] = _bytes.Count;
        Int32(_bytes.Count - vtableAt);
        foreach (object value in table.Fields.Values)
        {
            if (value is FlatNode target)
                Offset(target);
            else
                _bytes.AddRange(FlatFields.Encode(value));
        }
    }

    private void Offset(FlatNode target)
    {
        _offsets.Add((_bytes.Count, target));
        Int32(0);
    }

    private void Int32(int value)
    {
        var word = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(word, value);
        _bytes.AddRange(word);
    }

    private void Align()
    {
        while (_bytes.Count % 4 != 0)
            _bytes.Add(0);
    }
}
