using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Reference.Kernels.Fast;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary>Zero points, factors, clamp and bias of a case that sums products.</summary>
internal static class CaseCodes
{
    /// <summary>Reads them; a per-tensor factor is repeated for every channel.</summary>
    public static Requantization Of(VectorCase vectorCase, int channels)
    {
        VectorParameters parameters = vectorCase.Parameters;
        VectorParameters requant = parameters.Child("requant");
        int[] multipliers = requant.Int32List("multiplier"), shifts = requant.Int32List("shift");
        if (multipliers.Length != shifts.Length || (multipliers.Length != 1 && multipliers.Length != channels))
            throw vectorCase.Error($"has {multipliers.Length} multipliers and {shifts.Length} shifts; expected 1 or {channels} of each");

        int highestShift = Accumulator(vectorCase) == TensorType.Int64
            ? QuantizedMultiplier.MaximumReducedShift
            : QuantizedMultiplier.MaximumShift;
        QuantizedMultiplier[] factors = [.. multipliers.Zip(shifts, (multiplier, shift) =>
            parameters.RequireShift("requant", new QuantizedMultiplier(multiplier, shift), highestShift))];
        (int minimum, int maximum) = Clamp(vectorCase);
        return new Requantization
        {
            InputZeroPoint = parameters.ZeroPoint("input"),
            FilterZeroPoint = parameters.ZeroPoint("filter"),
            OutputZeroPoint = parameters.ZeroPoint("output"),
            Multipliers = factors.Length == channels ? factors : [.. Enumerable.Repeat(factors[0], channels)],
            ActivationMinimum = minimum,
            ActivationMaximum = maximum,
        };
    }

    /// <summary>The clamp; the output type's range where the case gives none.</summary>
    public static (int Minimum, int Maximum) Clamp(VectorCase vectorCase, string prefix = "activation")
    {
        (int lowest, int highest) = vectorCase.Output.Type switch
        {
            TensorType.Int16 => ((int)short.MinValue, (int)short.MaxValue),
            TensorType.UInt8 => (byte.MinValue, byte.MaxValue),
            _ => (sbyte.MinValue, sbyte.MaxValue),
        };
        int minimum = vectorCase.Parameters.Int32($"{prefix}_min", lowest), maximum = vectorCase.Parameters.Int32($"{prefix}_max", highest);
        return minimum <= maximum ? (minimum, maximum) : throw vectorCase.Error($"clamps to {minimum} .. {maximum}");
    }

    /// <summary>The accumulator's type: what the case says, else what its bias is, else int32.</summary>
    public static TensorType Accumulator(VectorCase vectorCase)
    {
        string named = vectorCase.Parameters.Has("requant") ? vectorCase.Parameters.Child("requant").Text("accumulator", "") : "";
        return named switch
        {
            "int32" => TensorType.Int32,
            "int64" => TensorType.Int64,
            "" => vectorCase.Bias?.Type ?? TensorType.Int32,
            _ => throw new UnsupportedVectorException(vectorCase.Id, $"no kernel sums in {named}"),
        };
    }

    /// <summary>The bias, one per channel; empty when there is none.</summary>
    public static ReadOnlySpan<TAccumulator> Bias<TAccumulator>(VectorCase vectorCase, int channels)
        where TAccumulator : unmanaged
    {
        if (vectorCase.Bias is not { } bias)
            return default;
        return bias.Shape.ElementCount == channels
            ? bias.Read<TAccumulator>()
            : throw vectorCase.Error($"has {bias.Shape.ElementCount} biases; expected {channels}");
    }

    /// <summary>The bias for a plan; null when there is none.</summary>
    public static int[]? PlanBias(VectorCase vectorCase, int channels) =>
        vectorCase.Bias is null ? null : Bias<int>(vectorCase, channels).ToArray();

    /// <summary>What packing a case may take: as much as an interpreter gives a model.</summary>
    public static HostMemory Memory() => new(new InterpreterOptions().MaximumArenaBytes);

    /// <summary>The output by a packed kernel; null where there is none.</summary>
    public static T[]? RunFast<T>(IFastKernel<T>? kernel, VectorTensor input, int outputs)
        where T : unmanaged
    {
        if (kernel is null)
            return null;
        var output = new T[outputs];
        kernel.Run(input.Read<T>(), output);
        return output;
    }

    public static UnsupportedVectorException Unsupported(VectorCase vectorCase, TensorType input, TensorType accumulator) =>
        new(vectorCase.Id, $"no kernel takes {input.SchemaName()} input with {accumulator.SchemaName()} sums");
}
