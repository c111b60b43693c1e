using System.Buffers.Binary;
using System.Text;
using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Plans;

/// <summary>The header of a plan: Boards/docs/plan.md section 1.</summary>
internal sealed record PlanHeader
{
    private const int CrcAt = 12, Sha256At = 16, IdAt = 48, ReservedAt = 104;

    public required int TotalBytes { get; init; }

    /// <summary>32 bytes; empty for a plan that is not a file's.</summary>
    public required ReadOnlyMemory<byte> ModelSha256 { get; init; }

    public required string ModelId { get; init; }

    public required int ArenaBytes { get; init; }

    public required int OperatorCount { get; init; }

    public required int TensorCount { get; init; }

    public required int OperatorsOffset { get; init; }

    public required int TensorsOffset { get; init; }

    public required int ConstantsOffset { get; init; }

    public required int ConstantsBytes { get; init; }

    public required int InputCount { get; init; }

    public required int OutputCount { get; init; }

    public required int ListOffset { get; init; }

    public required InputEncoding InputEncoding { get; init; }

    public required ResultForm ResultForm { get; init; }

    public required Dialect Dialect { get; init; }

    public required int DataBytes { get; init; }

    /// <summary>Writes the header into a plan that is complete behind it, CRC last.</summary>
    public void Write(Span<byte> plan)
    {
        PlanLayout.Magic.CopyTo(plan);
        BinaryPrimitives.WriteUInt16LittleEndian(plan[4..], PlanLayout.Version);
        BinaryPrimitives.WriteUInt16LittleEndian(plan[6..], PlanLayout.HeaderBytes);
        BinaryPrimitives.WriteInt32LittleEndian(plan[8..], TotalBytes);
        ModelSha256.Span.CopyTo(plan[Sha256At..]);
        Encoding.ASCII.GetBytes(ModelId, plan[IdAt..]);
        BinaryPrimitives.WriteInt32LittleEndian(plan[64..], ArenaBytes);
        BinaryPrimitives.WriteUInt16LittleEndian(plan[68..], (ushort)OperatorCount);
        BinaryPrimitives.WriteUInt16LittleEndian(plan[70..], (ushort)TensorCount);
        BinaryPrimitives.WriteInt32LittleEndian(plan[72..], OperatorsOffset);
        BinaryPrimitives.WriteInt32LittleEndian(plan[76..], TensorsOffset);
        BinaryPrimitives.WriteInt32LittleEndian(plan[80..], ConstantsOffset);
        BinaryPrimitives.WriteInt32LittleEndian(plan[84..], ConstantsBytes);
        BinaryPrimitives.WriteUInt16LittleEndian(plan[88..], (ushort)InputCount);
        BinaryPrimitives.WriteUInt16LittleEndian(plan[90..], (ushort)OutputCount);
        BinaryPrimitives.WriteInt32LittleEndian(plan[92..], ListOffset);
        plan[96] = (byte)InputEncoding;
        plan[97] = (byte)ResultForm;
        BinaryPrimitives.WriteUInt16LittleEndian(plan[98..], Dialect == Dialect.SingleRounding ? (ushort)1 : (ushort)0);
        BinaryPrimitives.WriteInt32LittleEndian(plan[100..], DataBytes);
        BinaryPrimitives.WriteUInt32LittleEndian(plan[CrcAt..], Crc32.Compute(plan[PlanLayout.ChecksumFrom..]));
    }

    /// <summary>Reads the header of a whole plan: its size, its checksum, and that every region lies inside.</summary>
    /// <exception cref="PlanFormatException">Something is not as the page says.</exception>
    public static PlanHeader Read(ReadOnlyMemory<byte> bytes, string source)
    {
        ReadOnlySpan<byte> plan = bytes.Span;
        Require(plan.Length >= PlanLayout.HeaderBytes, 0, $"there are {plan.Length} bytes; expected a header of {PlanLayout.HeaderBytes}");
        Require(plan.StartsWith(PlanLayout.Magic), 0, "the first four bytes are not TBPL; expected a plan");
        RequireEqual(4, UInt16(plan, 4), PlanLayout.Version, "version");
        RequireEqual(6, UInt16(plan, 6), PlanLayout.HeaderBytes, "size of the header");
        RequireEqual(8, BinaryPrimitives.ReadUInt32LittleEndian(plan[8..]), plan.Length, "size of the plan");
        Require(plan.Length % PlanLayout.Alignment == 0, 8, $"the plan has {plan.Length} bytes; expected a multiple of {PlanLayout.Alignment}");
        uint stored = BinaryPrimitives.ReadUInt32LittleEndian(plan[CrcAt..]), computed = Crc32.Compute(plan[PlanLayout.ChecksumFrom..]);
        Require(stored == computed, CrcAt, $"the checksum is {stored:x8}; the bytes have {computed:x8}");
        Require(plan[ReservedAt..PlanLayout.HeaderBytes].IndexOfAnyExcept((byte)0) < 0, ReservedAt, "the reserved bytes are not zero");

        int dialect = UInt16(plan, 98);
        Require(plan[96] <= (byte)InputEncoding.Float32, 96, $"the input encoding is {plan[96]}; expected 0 to 2");
        Require(plan[97] <= (byte)ResultForm.MeanSquare, 97, $"the result form is {plan[97]}; expected 0 to 3");
        Require(dialect <= 1, 98, $"the dialect is {dialect}; expected 0 or 1");
        var header = new PlanHeader
        {
            TotalBytes = plan.Length,
            ModelSha256 = bytes.Slice(Sha256At, 32),
            ModelId = ReadId(plan),
            ArenaBytes = Size(plan, 64, "size of the arena"),
            OperatorCount = UInt16(plan, 68),
            TensorCount = UInt16(plan, 70),
            OperatorsOffset = Size(plan, 72, "place of the operators"),
            TensorsOffset = Size(plan, 76, "place of the tensors"),
            ConstantsOffset = Size(plan, 80, "place of the constants"),
            ConstantsBytes = Size(plan, 84, "size of the constants"),
            InputCount = UInt16(plan, 88),
            OutputCount = UInt16(plan, 90),
            ListOffset = Size(plan, 92, "place of the inputs and outputs"),
            InputEncoding = (InputEncoding)plan[96],
            ResultForm = (ResultForm)plan[97],
            Dialect = dialect == 1 ? Dialect.SingleRounding : Dialect.DoubleRounding,
            DataBytes = Size(plan, 100, "size of an upload"),
        };
        header.RequireRegions(Require);
        return header;

        int Size(ReadOnlySpan<byte> plan, int at, string what)
        {
            uint value = BinaryPrimitives.ReadUInt32LittleEndian(plan[at..]);
            Require(value <= int.MaxValue, at, $"the {what} is {value}; expected at most {int.MaxValue}");
            return (int)value;
        }

        string ReadId(ReadOnlySpan<byte> plan)
        {
            ReadOnlySpan<byte> field = plan.Slice(IdAt, PlanLayout.ModelIdBytes);
            int length = field.IndexOf((byte)0);
            bool isId = length > 0 && field[length..].IndexOfAnyExcept((byte)0) < 0;
            string id = isId ? Encoding.Latin1.GetString(field[..length]) : "";
            Require(isId && id.All(PlanLayout.IsIdCharacter), IdAt, "the model id is not 1 to 15 letters, digits, '-', '_' or '.', padded with zeros");
            return id;
        }

        void RequireEqual(int at, long value, long expected, string what) =>
            Require(value == expected, at, $"the {what} is {value}; expected {expected}");

        void Require(bool condition, int at, string problem)
        {
            if (!condition)
                throw new PlanFormatException($"{source} at byte {at}", problem);
        }
    }

    /// <summary>Where tables and parameters may lie, in words.</summary>
    public string WhereTablesLie => $"inside the plan's {TotalBytes} bytes, beside the constants";

    /// <summary>Whether a table or an operator's parameters may lie there.</summary>
    public bool IsTable(long offset, long length) =>
        offset % 4 == 0
        && offset >= PlanLayout.HeaderBytes
        && offset + length <= TotalBytes
        && (offset + length <= ConstantsOffset || offset >= (long)ConstantsOffset + ConstantsBytes);

    private void RequireRegions(Action<bool, int, string> require)
    {
        long constantsEnd = (long)ConstantsOffset + ConstantsBytes;
        require(
            ConstantsOffset % PlanLayout.Alignment == 0 && ConstantsOffset >= PlanLayout.HeaderBytes && constantsEnd <= TotalBytes,
            80,
            $"the constants take {ConstantsBytes} bytes at {ConstantsOffset}; expected a multiple of {PlanLayout.Alignment} inside the plan's {TotalBytes} bytes");
        RequireTable(72, "operators", OperatorsOffset, (long)OperatorCount * PlanLayout.OperatorBytes);
        RequireTable(76, "tensors", TensorsOffset, (long)TensorCount * PlanLayout.TensorBytes);
        RequireTable(92, "inputs and outputs", ListOffset, sizeof(ushort) * (long)(InputCount + OutputCount));
        require(OperatorCount > 0, 68, "there is no operator; expected at least one");
        require(InputCount is > 0 and <= PlanLayout.MostInputsOrOutputs, 88, $"there are {InputCount} inputs; expected 1 to {PlanLayout.MostInputsOrOutputs}");
        require(OutputCount is > 0 and <= PlanLayout.MostInputsOrOutputs, 90, $"there are {OutputCount} outputs; expected 1 to {PlanLayout.MostInputsOrOutputs}");

        void RequireTable(int at, string what, int offset, long length) =>
            require(IsTable(offset, length), at, $"the {what} take {length} bytes at {offset}; expected a multiple of 4 {WhereTablesLie}");
    }

    private static int UInt16(ReadOnlySpan<byte> plan, int at) => BinaryPrimitives.ReadUInt16LittleEndian(plan[at..]);
}
