namespace Tiny.Bench.Reference.Models;

/// <summary>Elements, or offsets to <paramref name="nodes"/> when there are any; <paramref name="count"/> is what the file says.</summary>
internal sealed class FlatVector(byte[] elements, int count, FlatNode[] nodes) : FlatNode
{
    public byte[] Elements => elements;

    public int Count => count;

    public IReadOnlyList<FlatNode> Nodes => nodes;

    /// <summary>The same elements with a length that lies.</summary>
    public FlatVector Claiming(int claimed) => new(elements, claimed, nodes);
}
