using System.Buffers;
using System.Buffers.Binary;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Plans;

/// <summary>Collects tensors and operators and writes them in the order of Boards/docs/plan.md section 6.</summary>
internal sealed class PlanBuilder
{
    private readonly string _source;
    private readonly PlanOptions _options;
    private readonly List<PlanTensor> _tensors = [];
    private readonly List<(BuiltinOperator Code, ReadOnlyMemory<byte> Fields, int[] Inputs, int Output)> _operators = [];
    private readonly ArrayBufferWriter<byte> _constants = new();

    public PlanBuilder(string source, PlanOptions options)
    {
        if (options.Dialect is not (Dialect.DoubleRounding or Dialect.SingleRounding))
            throw new ArgumentException($"A plan has no number for the dialect {options.Dialect.Name()}.", nameof(options));
        if (options.ModelId.Length is 0 or >= PlanLayout.ModelIdBytes || !options.ModelId.All(PlanLayout.IsIdCharacter))
            throw new ArgumentException($"The model id is '{options.ModelId}'; expected 1 to 15 letters, digits, '-', '_' or '.'.", nameof(options));
        _source = source;
        _options = options;
    }

    /// <summary>Bytes of the arena.</summary>
    public required int ArenaBytes { get; init; }

    /// <summary>SHA-256 of the model's file; empty when the plan is not a file's.</summary>
    public ReadOnlyMemory<byte> ModelSha256 { get; init; }

    /// <summary>Adds a tensor that is computed or uploaded; gives its index.</summary>
    public int AddComputed(TensorType type, int offset, int length, float scale = 0, int zeroPoint = 0) =>
        Add(new PlanTensor(type, IsConstant: false, offset, length, scale, zeroPoint));

    /// <summary>Adds a constant; gives its index.</summary>
    public int AddConstant(TensorType type, ReadOnlySpan<byte> content, float scale = 0, int zeroPoint = 0)
    {
        RequireSize(content.Length);
        int offset = _constants.WrittenCount;
        _constants.Write(content);
        PadConstants();
        return Add(new PlanTensor(type, IsConstant: true, offset, content.Length, scale, zeroPoint));
    }

    /// <summary>Adds an operator; an input of -1 is left out.</summary>
    /// <exception cref="ModelFormatException">It has more parameters than a plan can hold.</exception>
    public void AddOperator(PlanParameters parameters, int[] inputs, int output)
    {
        var fields = new PlanFieldWriter();
        parameters.Write(fields);
        if (fields.Bytes.Length > ushort.MaxValue)
            throw Error($"operator {_operators.Count} has {fields.Bytes.Length} bytes of parameters; a plan holds at most {ushort.MaxValue}");
        _operators.Add((parameters.Code, fields.Bytes, inputs, output));
    }

    /// <summary>The plan; it has passed <see cref="PlanImage.Read"/>.</summary>
    /// <exception cref="ModelFormatException">It is larger than the options allow, or has more parts than a plan can hold.</exception>
    /// <exception cref="PlanFormatException">Model and options do not fit each other, or no board may run the model.</exception>
    public byte[] Write(IReadOnlyList<int> inputs, IReadOnlyList<int> outputs)
    {
        if (Math.Max(Math.Max(inputs.Count, outputs.Count), Math.Max(_tensors.Count, _operators.Count)) > ushort.MaxValue)
            throw Error($"has {_operators.Count} operators and {_tensors.Count} tensors; a plan holds at most {ushort.MaxValue} of each");

        long tensorsAt = PlanLayout.HeaderBytes + ((long)PlanLayout.OperatorBytes * _operators.Count);
        long listAt = PlanLayout.Align(tensorsAt + ((long)PlanLayout.TensorBytes * _tensors.Count));
        long parametersAt = PlanLayout.Align(listAt + (sizeof(ushort) * (long)(inputs.Count + outputs.Count)));
        long constantsAt = PlanLayout.Align(parametersAt + _operators.Sum(entry => (long)entry.Fields.Length));
        RequireSize(constantsAt);

        var plan = new byte[constantsAt + _constants.WrittenCount];
        WriteOperators(plan, (int)parametersAt);
        WriteTensors(plan.AsSpan((int)tensorsAt));
        foreach ((int position, int tensor) in inputs.Concat(outputs).Index())
            BinaryPrimitives.WriteUInt16LittleEndian(plan.AsSpan((int)listAt + (position * sizeof(ushort))), (ushort)tensor);
        _constants.WrittenSpan.CopyTo(plan.AsSpan((int)constantsAt));

        var header = new PlanHeader
        {
            TotalBytes = plan.Length,
            ModelSha256 = ModelSha256,
            ModelId = _options.ModelId,
            ArenaBytes = ArenaBytes,
            OperatorCount = _operators.Count,
            TensorCount = _tensors.Count,
            OperatorsOffset = PlanLayout.HeaderBytes,
            TensorsOffset = (int)tensorsAt,
            ConstantsOffset = (int)constantsAt,
            ConstantsBytes = _constants.WrittenCount,
            InputCount = inputs.Count,
            OutputCount = outputs.Count,
            ListOffset = (int)listAt,
            InputEncoding = _options.InputEncoding,
            ResultForm = _options.ResultForm,
            Dialect = _options.Dialect,
            DataBytes = (int)inputs.Sum(input => _tensors[input].UploadBytes(_options.InputEncoding)),
        };
        header.Write(plan);
        PlanImage.Read(plan, _source);
        return plan;
    }

    private int Add(PlanTensor tensor)
    {
        _tensors.Add(tensor);
        return _tensors.Count - 1;
    }

    private void WriteOperators(Span<byte> plan, int parametersAt)
    {
        Span<byte> row = plan[PlanLayout.HeaderBytes..];
        foreach ((BuiltinOperator code, ReadOnlyMemory<byte> fields, int[] inputs, int output) in _operators)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(row, (ushort)code);
            BinaryPrimitives.WriteUInt16LittleEndian(row[2..], (ushort)fields.Length);
            for (int position = 0; position < PlanLayout.Inputs; position++)
            {
                int tensor = position < inputs.Length ? inputs[position] : -1;
                BinaryPrimitives.WriteUInt16LittleEndian(row[(4 + (2 * position))..], tensor < 0 ? PlanLayout.NoTensor : (ushort)tensor);
            }

            BinaryPrimitives.WriteUInt16LittleEndian(row[10..], (ushort)output);
            BinaryPrimitives.WriteInt32LittleEndian(row[12..], parametersAt);
            fields.Span.CopyTo(plan[parametersAt..]);
            parametersAt += fields.Length;
            row = row[PlanLayout.OperatorBytes..];
        }
    }

    private void WriteTensors(Span<byte> row)
    {
        foreach (PlanTensor tensor in _tensors)
        {
            row[0] = (byte)tensor.Type;
            row[1] = tensor.IsConstant ? (byte)1 : (byte)0;
            BinaryPrimitives.WriteInt32LittleEndian(row[4..], tensor.Offset);
            BinaryPrimitives.WriteInt32LittleEndian(row[8..], tensor.Length);
            BinaryPrimitives.WriteSingleLittleEndian(row[12..], tensor.Scale);
            BinaryPrimitives.WriteInt32LittleEndian(row[16..], tensor.ZeroPoint);
            row = row[PlanLayout.TensorBytes..];
        }
    }

    private void PadConstants()
    {
        int padding = (int)PlanLayout.Align(_constants.WrittenCount) - _constants.WrittenCount;
        _constants.GetSpan(padding)[..padding].Clear();
        _constants.Advance(padding);
    }

    private void RequireSize(long others)
    {
        long size = _constants.WrittenCount + others;
        if (size > _options.MaximumBytes)
            throw Error($"takes {size} bytes or more as a plan; expected at most {_options.MaximumBytes}");
    }

    private ModelFormatException Error(string problem) => new(_source, problem);
}
