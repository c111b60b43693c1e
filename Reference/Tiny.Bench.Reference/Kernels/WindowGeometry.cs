using Tiny.Bench.Reference.Execution;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>How a window slides over an NHWC image: convolution, depthwise and transposed convolution, pooling.</summary>
/// <remarks>
/// Input row of tap <c>fy</c> for output row <c>y</c> is <c>y * StrideHeight - PadTop + DilationHeight * fy</c>; taps outside the image are skipped.
/// Transposed convolution swaps the roles of input and output row. All extents, strides and dilations are at least 1. Source: spec section 4.
/// </remarks>
public sealed record WindowGeometry
{
    /// <summary>N.</summary>
    public required int Batches { get; init; }

    /// <summary>Rows of the input.</summary>
    public required int InputHeight { get; init; }

    /// <summary>Columns of the input.</summary>
    public required int InputWidth { get; init; }

    /// <summary>Channels of the input.</summary>
    public required int InputChannels { get; init; }

    /// <summary>Rows of the output.</summary>
    public required int OutputHeight { get; init; }

    /// <summary>Columns of the output.</summary>
    public required int OutputWidth { get; init; }

    /// <summary>Channels of the output.</summary>
    public required int OutputChannels { get; init; }

    /// <summary>Rows of the window.</summary>
    public required int FilterHeight { get; init; }

    /// <summary>Columns of the window.</summary>
    public required int FilterWidth { get; init; }

    /// <summary>Rows between two windows.</summary>
    public int StrideHeight { get; init; } = 1;

    /// <summary>Columns between two windows.</summary>
    public int StrideWidth { get; init; } = 1;

    /// <summary>Rows between two taps.</summary>
    public int DilationHeight { get; init; } = 1;

    /// <summary>Columns between two taps.</summary>
    public int DilationWidth { get; init; } = 1;

    /// <summary>Rows of padding above the image.</summary>
    public int PadTop { get; init; }

    /// <summary>Columns of padding left of the image.</summary>
    public int PadLeft { get; init; }

    /// <summary>Elements of the input.</summary>
    public int InputCount => Batches * InputHeight * InputWidth * InputChannels;

    /// <summary>Elements of the output.</summary>
    public int OutputCount => Batches * OutputHeight * OutputWidth * OutputChannels;

    /// <summary>The input rows under the window of output row <paramref name="y"/>, cut to the image; for a window that is not dilated.</summary>
    internal (int First, int End) RowsUnder(int y) => Under((y * StrideHeight) - PadTop, FilterHeight, InputHeight);

    /// <summary>The input columns under the window of output column <paramref name="x"/>, cut to the image; for a window that is not dilated.</summary>
    internal (int First, int End) ColumnsUnder(int x) => Under((x * StrideWidth) - PadLeft, FilterWidth, InputWidth);

    /// <summary>Checks the window of an operator against its tensors and derives the padding.</summary>
    internal static WindowGeometry Prepare(OperatorContext context, Tensor input, Tensor output, WindowOptions options)
    {
        context.RequireRank(input, 4, 4);
        context.RequireRank(output, 4, 4);
        Shape from = input.Shape, to = output.Shape;
        context.Require(from.ElementCount > 0, $"tensor {input.Index} has shape {from}; expected at least one element");
        context.Require(to.ElementCount > 0, $"tensor {output.Index} has shape {to}; expected at least one element");
        context.Require(to[0] == from[0], $"tensor {output.Index} has {to[0]} batches; expected {from[0]} as the input");
        (Shape image, Shape windows) = options.Transposed ? (to, from) : (from, to);
        int padTop = options.PadBefore(context, "height", image[1], windows[1], options.FilterHeight, options.StrideHeight, options.DilationHeight);
        int padLeft = options.PadBefore(context, "width", image[2], windows[2], options.FilterWidth, options.StrideWidth, options.DilationWidth);
        return new WindowGeometry
        {
            Batches = from[0],
            InputHeight = from[1],
            InputWidth = from[2],
            InputChannels = from[3],
            OutputHeight = to[1],
            OutputWidth = to[2],
            OutputChannels = to[3],
            FilterHeight = options.FilterHeight,
            FilterWidth = options.FilterWidth,
            StrideHeight = options.StrideHeight,
            StrideWidth = options.StrideWidth,
            DilationHeight = options.DilationHeight,
            DilationWidth = options.DilationWidth,
            PadTop = padTop,
            PadLeft = padLeft,
        };
    }

    private static (int First, int End) Under(int first, int count, int extent) =>
        (Math.Max(first, 0), (int)Math.Min((long)first + count, extent));
}
