using System.Buffers.Binary;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Reference.Plans.Operators;

namespace Tiny.Bench.Reference.Plans;

/// <summary>Reads the parameters of one operator field by field and checks each; the rules are those of Boards/docs/plan.md section 5.</summary>
/// <param name="where">What errors call the operator.</param>
/// <param name="fields">The parameters, a multiple of 4 bytes.</param>
/// <param name="inputs">The operator's input tensors; null for none.</param>
/// <param name="output">The operator's output tensor.</param>
internal sealed class PlanFieldReader(string where, ReadOnlyMemory<byte> fields, IReadOnlyList<PlanTensor?> inputs, PlanTensor output)
{
    // Extents, products of extents, strides, padding and positions stay below this, so that a kernel computes every index in int32.
    private const int Limit = 1 << 28;

    private int _at;

    /// <summary>The next field.</summary>
    public int Int32(string name, int least = int.MinValue, int most = int.MaxValue)
    {
        if (fields.Length - _at < sizeof(int))
            throw Error($"has {fields.Length} bytes of parameters, which end before {name}");
        int value = BinaryPrimitives.ReadInt32LittleEndian(fields.Span[_at..]);
        _at += sizeof(int);
        return value >= least && value <= most ? value : throw Error($"{name} is {value}; expected {least} to {most}");
    }

    /// <summary>An extent, a stride, a count: at least 1, below 2^28.</summary>
    public int Count(string name) => Int32(name, 1, Limit - 1);

    /// <summary>A zero point of int8 codes.</summary>
    public int ZeroPoint(string name) => Int32(name, sbyte.MinValue, sbyte.MaxValue);

    /// <summary>The range of output codes.</summary>
    public (int Minimum, int Maximum) Activation()
    {
        int minimum = Int32("activation minimum", sbyte.MinValue, sbyte.MaxValue);
        return (minimum, Int32("activation maximum", minimum, sbyte.MaxValue));
    }

    /// <summary>Multiplier and shift.</summary>
    public QuantizedMultiplier Multiplier(string name, int minimumShift = -31, int maximumShift = QuantizedMultiplier.MaximumShift)
    {
        int multiplier = Int32($"{name} multiplier", least: 0);
        if (multiplier is > 0 and < 1 << 30)
            throw Error($"{name} multiplier is {multiplier}; expected 0, or 2^30 and above");
        return new QuantizedMultiplier(multiplier, Int32($"{name} shift", minimumShift, maximumShift));
    }

    /// <summary>Count, then each; as many as there are output channels.</summary>
    public QuantizedMultiplier[] Multipliers(int channels)
    {
        Int32("multipliers", channels, channels);
        if ((fields.Length - _at) / (2 * sizeof(int)) < channels)
            throw Error($"has {fields.Length} bytes of parameters; {channels} multipliers take more");
        var multipliers = new QuantizedMultiplier[channels];
        foreach (ref QuantizedMultiplier multiplier in multipliers.AsSpan())
            multiplier = Multiplier("channel");
        return multipliers;
    }

    /// <summary>The page's "window".</summary>
    public WindowGeometry Window()
    {
        var window = new WindowGeometry
        {
            Batches = Count("batches"),
            InputHeight = Count("input height"),
            InputWidth = Count("input width"),
            InputChannels = Count("input channels"),
            OutputHeight = Count("output height"),
            OutputWidth = Count("output width"),
            OutputChannels = Count("output channels"),
            FilterHeight = Count("filter height"),
            FilterWidth = Count("filter width"),
            StrideHeight = Count("stride height"),
            StrideWidth = Count("stride width"),
            DilationHeight = Count("dilation height"),
            DilationWidth = Count("dilation width"),
            PadTop = Int32("padding above", 0, Limit - 1),
            PadLeft = Int32("padding left", 0, Limit - 1),
        };
        RequireAxis("height", window.InputHeight, window.OutputHeight, window.StrideHeight, window.FilterHeight, window.DilationHeight);
        RequireAxis("width", window.InputWidth, window.OutputWidth, window.StrideWidth, window.FilterWidth, window.DilationWidth);
        return window;
    }

    /// <summary>The page's "codes"; the multipliers come later.</summary>
    public Requantization Codes()
    {
        int input = ZeroPoint("input zero point"), filter = ZeroPoint("filter zero point"), result = ZeroPoint("output zero point");
        (int minimum, int maximum) = Activation();
        return new Requantization
        {
            InputZeroPoint = input,
            FilterZeroPoint = filter,
            OutputZeroPoint = result,
            Multipliers = [],
            ActivationMinimum = minimum,
            ActivationMaximum = maximum,
        };
    }

    /// <summary>The page's "broadcast" over the operator's two inputs and its output.</summary>
    public BroadcastStrides Broadcast()
    {
        int[] extents = Row("extent", 1, Limit - 1), first = Row("stride of a", 0, int.MaxValue), second = Row("stride of b", 0, int.MaxValue);
        var broadcast = new BroadcastStrides(extents, first, second);
        RequireOutput(TensorType.Int8, extents);
        RequireInput(0, TensorType.Int8, Elements(broadcast.LastOf(first)));
        RequireInput(1, TensorType.Int8, Elements(broadcast.LastOf(second)));
        return broadcast;

        int[] Row(string name, int least, int most) =>
            [.. Enumerable.Range(0, Kernels.Broadcast.MaximumRank).Select(axis => Int32($"{name} {axis}", least, most))];

        int Elements(long last) => last < Limit ? (int)last + 1 : throw Error($"the strides reach element {last}; expected less than {Limit}");
    }

    /// <summary>Checks an input that must be there: its type, and its elements, the product of <paramref name="extents"/>.</summary>
    public PlanTensor RequireInput(int position, TensorType type, params ReadOnlySpan<int> extents) =>
        Require(inputs[position] ?? throw Error($"input {position} is left out; it is required"), $"input {position}", type, extents);

    /// <summary>Checks the bias, if there is one.</summary>
    public void RequireBias(int channels)
    {
        if (inputs[2] is { } bias)
            Require(bias, "the bias", TensorType.Int32, channels);
    }

    /// <summary>Checks the output.</summary>
    public PlanTensor RequireOutput(TensorType type, params ReadOnlySpan<int> extents) => Require(output, "the output", type, extents);

    /// <summary>The type that input 0 and the output share.</summary>
    public TensorType RequireOneType()
    {
        TensorType type = output.Type;
        return inputs[0]?.Type == type ? type : throw Error($"the output is {type.SchemaName()}; expected the type of input 0");
    }

    /// <summary>Checks that an int8 tensor has one scale.</summary>
    public void RequireScale(PlanTensor tensor)
    {
        if (tensor.Scale == 0)
            throw Error("the INT8 tensor has no scale; expected one");
    }

    /// <summary>Checks that all fields were read and that no input stands where the operator has none.</summary>
    public void RequireEnd(int inputCount)
    {
        if (_at != fields.Length)
            throw Error($"has {fields.Length} bytes of parameters; expected {_at}");
        for (int position = inputCount; position < inputs.Count; position++)
        {
            if (inputs[position] is not null)
                throw Error($"has an input {position}; expected {inputCount} inputs");
        }
    }

    /// <summary>Says what is wrong.</summary>
    public PlanFormatException Error(string problem) => new(where, problem);

    private PlanTensor Require(PlanTensor tensor, string name, TensorType type, params ReadOnlySpan<int> extents)
    {
        if (tensor.Type != type)
            throw Error($"{name} is {tensor.Type.SchemaName()}; expected {type.SchemaName()}");
        long elements = 1;
        foreach (int extent in extents)
        {
            elements *= extent;
            if (elements >= Limit)
                throw Error($"{name} would have {elements} elements or more; expected less than {Limit}");
        }

        return tensor.ElementCount == elements ? tensor : throw Error($"{name} has {tensor.ElementCount} elements; the parameters give {elements}");
    }

    private void RequireAxis(string axis, int image, int places, int stride, int filter, int dilation)
    {
        if (dilation > image)
            throw Error($"the dilation along the {axis} is {dilation}; expected at most the input's {image}");
        long reach = ((places - 1L) * stride) + ((filter - 1L) * dilation);
        if (reach >= Limit)
            throw Error($"the window reaches over {reach} cells along the {axis}; expected less than {Limit}");
    }
}
