using System.Numerics;
using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Reference.Kernels.Fast;
using Tiny.Bench.Reference.Models;
using Tiny.Bench.Reference.Plans.Operators;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary>What the two poolings share: the window comes from <c>filter</c>, channels stay.</summary>
/// <param name="code">Which of them.</param>
internal abstract class PoolCase(BuiltinOperator code) : VectorOperation
{
    /// <summary>Runs the kernel.</summary>
    protected abstract void Run<T>(WindowGeometry window, int minimum, int maximum, ReadOnlySpan<T> input, Span<T> output)
        where T : unmanaged, IBinaryInteger<T>;

    /// <summary>The int8 form for this processor; null where there is none.</summary>
    protected virtual IFastKernel<sbyte>? TryPack(WindowGeometry window, int minimum, int maximum) => null;

    public sealed override Array Compute<TRounding>(VectorCase vectorCase)
    {
        VectorTensor input = vectorCase.Tensor("input");
        (WindowGeometry window, int minimum, int maximum) = Prepare(vectorCase);
        return input.Type switch
        {
            TensorType.Int8 => Pool<sbyte>(),
            TensorType.Int16 => Pool<short>(),
            _ => throw new UnsupportedVectorException(vectorCase.Id, $"no kernel pools {input.Type.SchemaName()}"),
        };

        T[] Pool<T>()
            where T : unmanaged, IBinaryInteger<T>
        {
            var output = new T[window.OutputCount];
            Run(window, minimum, maximum, input.Read<T>(), output);
            return output;
        }
    }

    public sealed override Array? ComputeFast<TRounding>(VectorCase vectorCase)
    {
        VectorTensor input = vectorCase.Tensor("input");
        (WindowGeometry window, int minimum, int maximum) = Prepare(vectorCase);
        return input.Type == TensorType.Int8 ? CaseCodes.RunFast(TryPack(window, minimum, maximum), input, window.OutputCount) : null;
    }

    public sealed override LoweredCase? Lower(VectorCase vectorCase)
    {
        VectorTensor input = vectorCase.Tensor("input");
        (WindowGeometry window, int minimum, int maximum) = Prepare(vectorCase);
        return input.Type == TensorType.Int8 ? new LoweredCase(new Pool2DParameters(code, window, minimum, maximum), [input]) : null;
    }

    private static (WindowGeometry Window, int Minimum, int Maximum) Prepare(VectorCase vectorCase)
    {
        if (!vectorCase.Parameters.Has("filter"))
            throw vectorCase.Error("has no parameter filter");
        WindowGeometry window = CaseWindow.Of(vectorCase, vectorCase.Parameters.AxisPair("filter"));
        if (window.InputChannels != window.OutputChannels)
            throw vectorCase.Error($"has {window.InputChannels} input and {window.OutputChannels} output channels; expected the same number");
        CaseWindow.RequireNoDilation(vectorCase, window);
        RequireContact(vectorCase, window);
        vectorCase.RequireSteps(
            (Int128)window.OutputCount * Math.Min(window.FilterHeight, window.InputHeight) * Math.Min(window.FilterWidth, window.InputWidth));
        (int minimum, int maximum) = CaseCodes.Clamp(vectorCase);
        return (window, minimum, maximum);
    }

    // The mean over no positions has no value.
    private static void RequireContact(VectorCase vectorCase, WindowGeometry window)
    {
        for (int y = 0; y < window.OutputHeight; y++)
        {
            (int first, int end) = window.RowsUnder(y);
            if (first >= end)
                throw vectorCase.Error($"the window of output row {y} lies outside the image");
        }

        for (int x = 0; x < window.OutputWidth; x++)
        {
            (int first, int end) = window.ColumnsUnder(x);
            if (first >= end)
                throw vectorCase.Error($"the window of output column {x} lies outside the image");
        }
    }
}
