using System.Buffers.Binary;
using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Plans;

/// <summary>A plan blob, read and checked: every rule of Boards/docs/plan.md, so that a board that checks the same accepts it.</summary>
/// <remarks>Time is linear in the blob's length.</remarks>
public sealed partial class PlanImage
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly string _source;
    private readonly PlanHeader _header;

    private PlanImage(ReadOnlyMemory<byte> bytes, string source)
    {
        _bytes = bytes;
        _source = source;
        _header = PlanHeader.Read(bytes, source);
        Tensors = ReadTensors();
        (Inputs, Outputs) = ReadList();
        CheckInputs();
        Operators = ReadOperators();
        CheckEncoding();
        CheckResultForm();
    }

    /// <summary>The blob.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>CRC-32 of bytes 16 to the end, by which a board names the plan.</summary>
    public uint Crc32 => BinaryPrimitives.ReadUInt32LittleEndian(_bytes.Span[12..]);

    /// <summary>SHA-256 of the model's file, 64 lower-case hexadecimal digits; null for a plan that is not a file's.</summary>
    public string? ModelSha256 =>
        _header.ModelSha256.Span.IndexOfAnyExcept((byte)0) < 0 ? null : Convert.ToHexStringLower(_header.ModelSha256.Span);

    /// <summary>The id that the board prints.</summary>
    public string ModelId => _header.ModelId;

    /// <summary>Bytes of arena that the board needs.</summary>
    public int ArenaBytes => _header.ArenaBytes;

    /// <summary>Bytes of one upload of all inputs.</summary>
    public int DataBytes => _header.DataBytes;

    /// <summary>Bytes of weights and biases, padding between them included.</summary>
    public int ConstantsBytes => _header.ConstantsBytes;

    /// <summary>How an upload becomes input tensors.</summary>
    public InputEncoding InputEncoding => _header.InputEncoding;

    /// <summary>How the board prints results.</summary>
    public ResultForm ResultForm => _header.ResultForm;

    /// <summary>The rounding that the plan is meant for.</summary>
    public Dialect Dialect => _header.Dialect;

    /// <summary>All tensors, by index.</summary>
    public IReadOnlyList<PlanTensor> Tensors { get; }

    /// <summary>The operators in execution order.</summary>
    public IReadOnlyList<PlanOperator> Operators { get; }

    /// <summary>Tensor indices of the inputs.</summary>
    public IReadOnlyList<int> Inputs { get; }

    /// <summary>Tensor indices of the outputs, at least one.</summary>
    public IReadOnlyList<int> Outputs { get; }

    /// <summary>Whether bytes begin as a plan does.</summary>
    public static bool IsPlan(ReadOnlySpan<byte> bytes) => bytes.StartsWith(PlanLayout.Magic);

    /// <summary>Reads a plan, which must not change while it is in use.</summary>
    /// <param name="bytes">The whole blob.</param>
    /// <param name="source">What errors call it.</param>
    /// <exception cref="PlanFormatException">A rule is broken; says where.</exception>
    public static PlanImage Read(ReadOnlyMemory<byte> bytes, string source) => new(bytes, source);

    /// <summary>The content of a constant.</summary>
    public ReadOnlyMemory<byte> Content(PlanTensor constant) => constant.IsConstant
        ? _bytes.Slice(_header.ConstantsOffset + constant.Offset, constant.Length)
        : throw new ArgumentException("The tensor lies in the arena.", nameof(constant));
}
