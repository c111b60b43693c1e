using System.Numerics;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Reference.Plans.Operators;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary><c>softmax</c> over the last axis: fixed point for 8-bit input, tables of the case for int16 input.</summary>
internal sealed class SoftmaxCase : VectorOperation
{
    public override Array Compute<TRounding>(VectorCase vectorCase)
    {
        VectorTensor input = vectorCase.Tensor("input");
        (int rows, int columns, QuantizedMultiplier multiplier) = Prepare(vectorCase, input);
        return (input.Type, vectorCase.Output.Type) switch
        {
            (TensorType.Int8, TensorType.Int8) => Fixed<sbyte, sbyte>(),
            (TensorType.Int8, TensorType.Int16) => Fixed<sbyte, short>(),
            (TensorType.UInt8, TensorType.UInt8) => Fixed<byte, byte>(),
            (TensorType.Int16, TensorType.Int16) => Tabled(),
            var (from, to) => throw new UnsupportedVectorException(vectorCase.Id, $"no kernel takes {from.SchemaName()} to {to.SchemaName()}"),
        };

        TOut[] Fixed<TIn, TOut>()
            where TIn : unmanaged, IBinaryInteger<TIn>
            where TOut : unmanaged, IBinaryInteger<TOut>, IMinMaxValue<TOut>
        {
            SoftmaxCodes codes = Codes(vectorCase, multiplier);
            var output = new TOut[rows * columns];
            Softmax.Run(rows, columns, codes, input.Read<TIn>(), output);
            return output;
        }

        short[] Tabled()
        {
            var output = new short[rows * columns];
            Softmax.RunInt16(rows, columns, multiplier, Table("exp_lut"), Table("one_by_one_lut"), input.Read<short>(), output);
            return output;
        }

        ReadOnlySpan<short> Table(string name)
        {
            VectorTensor table = vectorCase.Tensor(name);
            return table.Shape.ElementCount == LookupTable16.Length
                ? table.Read<short>()
                : throw vectorCase.Error($"{name} has {table.Shape.ElementCount} entries; expected {LookupTable16.Length}");
        }
    }

    public override Array? ComputeFast<TRounding>(VectorCase vectorCase)
    {
        VectorTensor input = vectorCase.Tensor("input");
        (int rows, int columns, QuantizedMultiplier multiplier) = Prepare(vectorCase, input);
        return (input.Type, vectorCase.Output.Type) == (TensorType.Int8, TensorType.Int8)
            ? CaseCodes.RunFast(Softmax.TryPack(rows, columns, Codes(vectorCase, multiplier), CaseCodes.Memory()), input, rows * columns)
            : null;
    }

    public override LoweredCase? Lower(VectorCase vectorCase)
    {
        VectorTensor input = vectorCase.Tensor("input");
        (int rows, int columns, QuantizedMultiplier multiplier) = Prepare(vectorCase, input);
        return (input.Type, vectorCase.Output.Type) == (TensorType.Int8, TensorType.Int8)
            ? new LoweredCase(new SoftmaxParameters(rows, columns, Codes(vectorCase, multiplier)), [input])
            : null;
    }

    private static (int Rows, int Columns, QuantizedMultiplier Multiplier) Prepare(VectorCase vectorCase, VectorTensor input)
    {
        int rows = input.Shape.RowCount, columns = input.Shape.Rank == 0 ? 1 : input.Shape[^1];
        int mostColumns = input.Type == TensorType.Int16 ? Softmax.MaximumColumnsInt16 : Softmax.MaximumColumnsInt8;
        if (columns < 1 || columns > mostColumns)
            throw vectorCase.Error($"has rows of {columns}; expected 1 to {mostColumns}, or the sum of the exponentials may overflow");
        var multiplier = new QuantizedMultiplier(
            vectorCase.Parameters.Int32("input_multiplier"), vectorCase.Parameters.Int32("input_left_shift"));
        (int lowest, int highest) = input.Type == TensorType.Int16 ? (-31, QuantizedMultiplier.MaximumShift) : (0, 31);
        if (multiplier.Shift < lowest || multiplier.Shift > highest)
            throw vectorCase.Error($"has a left shift of {multiplier.Shift}; expected {lowest} to {highest}");
        return (rows, columns, multiplier);
    }

    private static SoftmaxCodes Codes(VectorCase vectorCase, QuantizedMultiplier multiplier)
    {
        var codes = new SoftmaxCodes(multiplier, vectorCase.Parameters.Int32("diff_min"));
        return codes.DiffMin <= 0 && multiplier.Multiplier >= 0
            ? codes
            : throw vectorCase.Error($"has diff_min {codes.DiffMin} and input_multiplier {multiplier.Multiplier}; expected at most 0, and at least 0");
    }
}
