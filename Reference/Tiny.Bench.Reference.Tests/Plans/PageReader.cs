using System.Buffers.Binary;

namespace Tiny.Bench.Reference.Plans;

/// <summary>A second reader of plans, written from Boards/docs/plan.md alone; it believes what it reads.</summary>
internal sealed class PageReader(ReadOnlyMemory<byte> plan)
{
    public uint ArenaBytes => UInt32(64);

    public int InputEncoding => plan.Span[96];

    public uint DataBytes => UInt32(100);

    public int[] Inputs => List(0, UInt16(88));

    public int[] Outputs => List(UInt16(88), UInt16(90));

    public PageTensor[] Tensors => [.. Enumerable.Range(0, UInt16(70)).Select(index => Tensor((int)UInt32(76) + (24 * index)))];

    public PageOperator[] Operators => [.. Enumerable.Range(0, UInt16(68)).Select(index => Operator((int)UInt32(72) + (16 * index)))];

    public int UInt16(int at) => BinaryPrimitives.ReadUInt16LittleEndian(plan.Span[at..]);

    public uint UInt32(int at) => BinaryPrimitives.ReadUInt32LittleEndian(plan.Span[at..]);

    public ReadOnlyMemory<byte> Constant(PageTensor tensor) => plan.Slice((int)(UInt32(80) + tensor.Offset), (int)tensor.Bytes);

    private int[] List(int from, int count) => [.. Enumerable.Range(from, count).Select(index => UInt16((int)UInt32(92) + (2 * index)))];

    private PageTensor Tensor(int at) => new(
        plan.Span[at],
        plan.Span[at + 1] == 1,
        UInt32(at + 4),
        UInt32(at + 8),
        BinaryPrimitives.ReadSingleLittleEndian(plan.Span[(at + 12)..]),
        (int)UInt32(at + 16));

    private PageOperator Operator(int at) => new(
        UInt16(at),
        [UInt16(at + 4), UInt16(at + 6), UInt16(at + 8)],
        UInt16(at + 10),
        [.. Enumerable.Range(0, UInt16(at + 2) / 4).Select(field => (int)UInt32((int)UInt32(at + 12) + (4 * field)))]);
}
