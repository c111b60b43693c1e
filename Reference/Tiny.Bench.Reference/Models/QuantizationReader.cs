namespace Tiny.Bench.Reference.Models;

/// <summary>Reads the table <c>QuantizationParameters</c>; the recorded range (min, max) plays no part in the arithmetic.</summary>
internal static class QuantizationReader
{
    /// <summary>Reads the quantization of one tensor and checks it against the tensor's shape.</summary>
    public static Quantization Read(FlatTable tensor, int index, Shape shape)
    {
        if (tensor.Table(4) is not { } table)
            return Quantization.None;
        byte details = table.Byte(4, 0);
        if (details != 0 || table.Has(5))
            throw table.Error($"tensor {index} has quantization details of union member {details}; expected none");

        float[] scales = table.Float32Vector(2);
        foreach (float scale in scales)
        {
            if (!float.IsFinite(scale) || scale <= 0)
                throw table.Error($"tensor {index} has scale {scale}; expected a finite one above 0");
        }

        int[] zeroPoints = ReadZeroPoints(table, index, scales.Length);
        if (scales.Length == 0)
            return Quantization.None;
        int axis = table.Int32(6, 0);
        if (scales.Length > 1)
            RequireChannels(table, index, shape, axis, scales.Length);
        return new Quantization(scales, zeroPoints, axis);
    }

    private static int[] ReadZeroPoints(FlatTable table, int index, int count)
    {
        long[] zeroPoints = table.Int64Vector(3);
        if (zeroPoints.Length == 0)
            return new int[count];
        if (zeroPoints.Length != count)
            throw table.Error($"tensor {index} has {zeroPoints.Length} zero points for {count} scales");
        foreach (long zeroPoint in zeroPoints)
        {
            if (zeroPoint is < int.MinValue or > int.MaxValue)
                throw table.Error($"tensor {index} has zero point {zeroPoint}; expected one that fits 32 bits");
        }

        return Array.ConvertAll(zeroPoints, zeroPoint => (int)zeroPoint);
    }

    private static void RequireChannels(FlatTable table, int index, Shape shape, int axis, int scales)
    {
        if (axis < 0 || axis >= shape.Rank)
            throw table.Error($"tensor {index} has {scales} scales along axis {axis}; its shape is {shape}");
        if (shape[axis] != scales)
            throw table.Error($"tensor {index} has {scales} scales along axis {axis}; expected {shape[axis]} for shape {shape}");
    }
}
