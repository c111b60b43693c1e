using System.Buffers.Binary;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Plans;

/// <content>Tables, and what ties them together.</content>
public sealed partial class PlanImage
{
    private PlanTensor[] ReadTensors()
    {
        var tensors = new PlanTensor[_header.TensorCount];
        for (int index = 0; index < tensors.Length; index++)
            tensors[index] = ReadTensor(_header.TensorsOffset + (index * PlanLayout.TensorBytes), $"tensor {index}");
        return tensors;
    }

    private PlanTensor ReadTensor(int at, string name)
    {
        ReadOnlySpan<byte> row = _bytes.Span.Slice(at, PlanLayout.TensorBytes);
        var type = (TensorType)row[0];
        uint offset = BinaryPrimitives.ReadUInt32LittleEndian(row[4..]), length = BinaryPrimitives.ReadUInt32LittleEndian(row[8..]);
        float scale = BinaryPrimitives.ReadSingleLittleEndian(row[12..]);
        int zeroPoint = BinaryPrimitives.ReadInt32LittleEndian(row[16..]);
        Require(PlanTensor.IsSupported(type), at, $"{name} has type {row[0]}; expected 0 (FLOAT32), 2 (INT32) or 9 (INT8)");
        Require(row[1] <= 1, at + 1, $"{name} lies in region {row[1]}; expected 0 (arena) or 1 (constants)");
        Require(row[2] == 0 && row[3] == 0 && row[20..].IndexOfAnyExcept((byte)0) < 0, at + 2, $"{name} has reserved bytes that are not zero");

        bool isConstant = row[1] == 1;
        int region = isConstant ? _header.ConstantsBytes : _header.ArenaBytes;
        int size = PlanTensor.ElementSize(type);
        Require(offset % PlanLayout.Alignment == 0, at + 4, $"{name} lies at {offset}; expected a multiple of {PlanLayout.Alignment}");
        Require(length > 0 && length % size == 0, at + 8, $"{name} has {length} bytes; expected a positive multiple of {size}");
        Require((ulong)offset + length <= (ulong)region, at + 4, $"{name} takes {length} bytes at {offset}; its region has {region}");
        bool isCode = type == TensorType.Int8;
        Require(
            float.IsFinite(scale) && (isCode ? scale >= 0 : scale == 0),
            at + 12,
            $"{name} has scale {scale}; expected {(isCode ? "a positive number, or 0 for none" : "0")}");
        Require(
            isCode ? zeroPoint is >= sbyte.MinValue and <= sbyte.MaxValue : zeroPoint == 0,
            at + 16,
            $"{name} has zero point {zeroPoint}; expected {(isCode ? "-128 to 127" : "0")}");
        return new PlanTensor(type, isConstant, (int)offset, (int)length, scale, zeroPoint);
    }

    private (int[] Inputs, int[] Outputs) ReadList()
    {
        return (Part(0, _header.InputCount), Part(_header.InputCount, _header.OutputCount));

        int[] Part(int from, int count) =>
            [.. Enumerable.Range(from, count).Select(position => TensorAt(_header.ListOffset + (position * sizeof(ushort)), "the list of inputs and outputs"))];
    }

    private int TensorAt(int at, string name)
    {
        int index = BinaryPrimitives.ReadUInt16LittleEndian(_bytes.Span[at..]);
        Require(index < Tensors.Count, at, $"{name} names tensor {index}; the plan has {Tensors.Count}");
        return index;
    }

    private void CheckInputs()
    {
        foreach ((int position, int input) in Inputs.Index())
        {
            Require(!Tensors[input].IsConstant, _header.ListOffset, $"input tensor {input} is a constant; expected one in the arena");
            foreach (int other in Inputs.Take(position))
                Require(!Tensors[input].Overlaps(Tensors[other]), _header.ListOffset, $"input tensors {other} and {input} share memory");
        }
    }

    private PlanOperator[] ReadOperators()
    {
        var operators = new PlanOperator[_header.OperatorCount];
        for (int index = 0; index < operators.Length; index++)
            operators[index] = ReadOperator(index, _header.OperatorsOffset + (index * PlanLayout.OperatorBytes));
        return operators;
    }

    private PlanOperator ReadOperator(int index, int at)
    {
        ReadOnlySpan<byte> row = _bytes.Span.Slice(at, PlanLayout.OperatorBytes);
        var code = (BuiltinOperator)BinaryPrimitives.ReadUInt16LittleEndian(row);
        string name = $"operator {index} ({code.SchemaName()})";
        int length = BinaryPrimitives.ReadUInt16LittleEndian(row[2..]);
        uint offset = BinaryPrimitives.ReadUInt32LittleEndian(row[12..]);
        Require(length % sizeof(int) == 0, at + 2, $"{name} has {length} bytes of parameters; expected a multiple of 4");
        Require(
            _header.IsTable(offset, length),
            at + 12,
            $"{name} has {length} bytes of parameters at {offset}; expected a multiple of 4 {_header.WhereTablesLie}");

        int[] inputs = new int[PlanLayout.Inputs];
        for (int position = 0; position < inputs.Length; position++)
            inputs[position] = InputAt(at + 4 + (position * sizeof(ushort)), name);
        int output = TensorAt(at + 10, name);
        RequireOutput(at + 10, name, inputs, output, mayShare: code == BuiltinOperator.Reshape);

        PlanTensor?[] tensors = Array.ConvertAll(inputs, input => input < 0 ? (PlanTensor?)null : Tensors[input]);
        var fields = new PlanFieldReader($"{_source}, {name}", _bytes.Slice((int)offset, length), tensors, Tensors[output]);
        var parameters = PlanParameters.ReadOperator(code, fields);
        return new PlanOperator(index, inputs[..parameters.InputCount], output, parameters);
    }

    private int InputAt(int at, string name) =>
        BinaryPrimitives.ReadUInt16LittleEndian(_bytes.Span[at..]) == PlanLayout.NoTensor ? -1 : TensorAt(at, name);

    private void RequireOutput(int at, string name, int[] inputs, int output, bool mayShare)
    {
        PlanTensor written = Tensors[output];
        Require(!written.IsConstant, at, $"{name} writes tensor {output}, a constant");
        foreach (int input in inputs)
        {
            bool isBeside = input < 0 || !Tensors[input].Overlaps(written) || (mayShare && Tensors[input].Offset == written.Offset);
            Require(isBeside, at, $"{name} writes tensor {output} over its input, tensor {input}");
        }

        foreach (int input in Inputs)
            Require(!Tensors[input].Overlaps(written), at, $"{name} writes tensor {output} over tensor {input}, an input of the graph");
    }

    private void CheckEncoding()
    {
        long bytes = 0;
        foreach (int input in Inputs)
        {
            PlanTensor tensor = Tensors[input];
            string problem = $"the input encoding is {InputEncoding.Name()}; tensor {input} is {tensor.Type.SchemaName()}";
            Require(InputEncoding != InputEncoding.UInt8Minus128 || tensor.Type == TensorType.Int8, 96, $"{problem}; expected INT8");
            Require(InputEncoding != InputEncoding.Float32 || tensor.Type != TensorType.Int32, 96, $"{problem}; expected FLOAT32 or INT8");
            bool isQuantized = InputEncoding == InputEncoding.Float32 && tensor.Type == TensorType.Int8;
            Require(!isQuantized || tensor.Scale > 0, 96, $"{problem} without a scale; expected one");
            bytes += tensor.UploadBytes(InputEncoding);
        }

        Require(bytes == DataBytes, 100, $"an upload is said to take {DataBytes} bytes; the inputs take {bytes}");
    }

    private void CheckResultForm()
    {
        if (ResultForm != ResultForm.MeanSquare)
            return;
        Require(
            InputEncoding == InputEncoding.Float32 && Inputs.Count == 1,
            97,
            $"results are a mean square over {Inputs.Count} inputs of encoding {InputEncoding.Name()}; expected one of float32");
        int given = Tensors[Inputs[0]].ElementCount, computed = Tensors[Outputs[0]].ElementCount;
        Require(given == computed, 97, $"results are a mean square of {computed} outputs and {given} inputs; expected as many");
    }

    private void Require(bool condition, int at, string problem)
    {
        if (!condition)
            throw new PlanFormatException($"{_source} at byte {at}", problem);
    }
}
