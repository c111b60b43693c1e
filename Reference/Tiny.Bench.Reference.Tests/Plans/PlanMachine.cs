using System.Runtime.InteropServices;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Plans;

/// <summary>What a board does with a plan, on the host: nothing but the blob and the plain kernels.</summary>
internal sealed class PlanMachine
{
    private const int None = 0xFFFF;

    private readonly PageReader _page;
    private readonly PageTensor[] _tensors;
    private readonly byte[] _arena;

    public PlanMachine(ReadOnlyMemory<byte> plan)
    {
        _page = new PageReader(plan);
        _tensors = _page.Tensors;
        Operators = _page.Operators;
        _arena = new byte[_page.ArenaBytes];
    }

    public PageOperator[] Operators { get; }

    /// <summary>The bytes of the first output.</summary>
    public ReadOnlySpan<byte> Output => Content(_page.Outputs[0]);

    /// <summary>The content of a tensor.</summary>
    public ReadOnlySpan<byte> Content(int tensor) =>
        _tensors[tensor].IsConstant ? _page.Constant(_tensors[tensor]).Span : Arena(tensor);

    /// <summary>Turns an upload into the input tensors.</summary>
    public void Load(ReadOnlySpan<byte> upload)
    {
        Assert.Equal((int)_page.DataBytes, upload.Length);
        foreach (int input in _page.Inputs)
            upload = upload[Load(upload, _tensors[input], Arena(input))..];
        Assert.True(upload.IsEmpty);
    }

    /// <summary>Runs all operators on the inputs at hand.</summary>
    public void Run()
    {
        foreach (PageOperator current in Operators)
            Run(current);
    }

    /// <summary>Runs one operator.</summary>
    public void Run(PageOperator current)
    {
        var fields = new Queue<int>(current.Fields);
        switch ((BuiltinOperator)current.Code)
        {
            case BuiltinOperator.Add:
                RunAdd(current, fields);
                break;
            case BuiltinOperator.AveragePool2D:
                AveragePool2D.Run(Window(fields), fields.Dequeue(), fields.Dequeue(), Codes(current.Inputs[0]), Written(current));
                break;
            case BuiltinOperator.Conv2D:
                RunConvolution(current, fields, Conv2D.Run<sbyte, int, DoubleRounding>);
                break;
            case BuiltinOperator.DepthwiseConv2D:
                RunConvolution(current, fields, DepthwiseConv2D.Run<sbyte, int, DoubleRounding>);
                break;
            case BuiltinOperator.Dequantize:
                PageTensor codes = _tensors[current.Inputs[0]];
                Dequantize.Run(codes.Scale, codes.ZeroPoint, Codes(current.Inputs[0]), MemoryMarshal.Cast<byte, float>(Arena(current.Output)));
                break;
            case BuiltinOperator.FullyConnected:
                int batches = fields.Dequeue(), depth = fields.Dequeue(), units = fields.Dequeue();
                FullyConnected.Run<sbyte, int, DoubleRounding>(
                    batches, depth, units, WithMultipliers(CodesOf(fields), fields), Codes(current.Inputs[0]), Codes(current.Inputs[1]), Bias(current), Written(current));
                break;
            case BuiltinOperator.MaxPool2D:
                MaxPool2D.Run(Window(fields), fields.Dequeue(), fields.Dequeue(), Codes(current.Inputs[0]), Written(current));
                break;
            case BuiltinOperator.Mul:
                RunMul(current, fields);
                break;
            case BuiltinOperator.Quantize:
                PageTensor written = _tensors[current.Output];
                Quantize.Run(written.Scale, written.ZeroPoint, MemoryMarshal.Cast<byte, float>(Content(current.Inputs[0])), Written(current));
                break;
            case BuiltinOperator.Reshape:
                Content(current.Inputs[0])[..fields.Peek()].CopyTo(Arena(current.Output));
                break;
            case BuiltinOperator.Softmax:
                Softmax.Run(
                    fields.Dequeue(),
                    fields.Dequeue(),
                    new SoftmaxCodes(Multiplier(fields), fields.Dequeue()),
                    Codes(current.Inputs[0]),
                    Written(current));
                break;
            default:
                Assert.Fail($"operator {current.Code}");
                break;
        }
    }

    private delegate void Convolution(
        WindowGeometry window, Requantization codes, ReadOnlySpan<sbyte> input, ReadOnlySpan<sbyte> filter, ReadOnlySpan<int> bias, Span<sbyte> output);

    private int Load(ReadOnlySpan<byte> upload, PageTensor tensor, Span<byte> content)
    {
        switch (_page.InputEncoding)
        {
            case 1:
                for (int index = 0; index < content.Length; index++)
                    content[index] = (byte)(upload[index] ^ 0x80);
                return content.Length;

            case 2 when tensor.Type == (int)TensorType.Int8:
                for (int index = 0; index < content.Length; index++)
                {
                    float x = BitConverter.ToSingle(upload[(4 * index)..]);
                    double steps = Math.Round((double)(x / tensor.Scale), MidpointRounding.AwayFromZero);
                    double code = double.IsNaN(steps) ? tensor.ZeroPoint : Math.Clamp(steps + tensor.ZeroPoint, -128, 127);
                    content[index] = (byte)(sbyte)code;
                }

                return 4 * content.Length;

            default:
                upload[..content.Length].CopyTo(content);
                return content.Length;
        }
    }

    private void RunAdd(PageOperator current, Queue<int> fields)
    {
        int leftShift = fields.Dequeue();
        int zeroPoint1 = fields.Dequeue();
        QuantizedMultiplier multiplier1 = Multiplier(fields);
        int zeroPoint2 = fields.Dequeue();
        QuantizedMultiplier multiplier2 = Multiplier(fields), output = Multiplier(fields);
        var codes = new SumCodes
        {
            LeftShift = leftShift,
            Input1ZeroPoint = zeroPoint1,
            Input1Multiplier = multiplier1,
            Input2ZeroPoint = zeroPoint2,
            Input2Multiplier = multiplier2,
            OutputMultiplier = output,
            OutputZeroPoint = fields.Dequeue(),
            ActivationMinimum = fields.Dequeue(),
            ActivationMaximum = fields.Dequeue(),
        };
        ForEachPair(current, [.. fields], (shapes, a, b, sum) => Add.Run<sbyte, DoubleRounding>(shapes, codes, a, b, sum));
    }

    private void RunMul(PageOperator current, Queue<int> fields)
    {
        var codes = new ProductCodes
        {
            Input1ZeroPoint = fields.Dequeue(),
            Input2ZeroPoint = fields.Dequeue(),
            Multiplier = Multiplier(fields),
            OutputZeroPoint = fields.Dequeue(),
            ActivationMinimum = fields.Dequeue(),
            ActivationMaximum = fields.Dequeue(),
        };
        ForEachPair(current, [.. fields], (shapes, a, b, product) => Mul.Run<sbyte, DoubleRounding>(shapes, codes, a, b, product));
    }

    private delegate void Pair(Broadcast shapes, ReadOnlySpan<sbyte> a, ReadOnlySpan<sbyte> b, Span<sbyte> output);

    // Element by element, so that only the strides of the blob say which elements meet.
    private void ForEachPair(PageOperator current, int[] broadcast, Pair kernel)
    {
        Assert.Equal(15, broadcast.Length);
        Assert.True(Broadcast.TryCreate(new Shape(1), new Shape(1), out Broadcast? single));
        ReadOnlySpan<sbyte> a = Codes(current.Inputs[0]), b = Codes(current.Inputs[1]);
        Span<sbyte> output = Written(current);
        for (int at = 0; at < output.Length; at++)
        {
            int rest = at, inA = 0, inB = 0;
            for (int axis = 4; axis >= 0; axis--)
            {
                (rest, int index) = Math.DivRem(rest, broadcast[axis]);
                inA += index * broadcast[5 + axis];
                inB += index * broadcast[10 + axis];
            }

            kernel(single!, a.Slice(inA, 1), b.Slice(inB, 1), output.Slice(at, 1));
        }
    }

    private void RunConvolution(PageOperator current, Queue<int> fields, Convolution kernel)
    {
        WindowGeometry window = Window(fields);
        Requantization codes = CodesOf(fields);
        fields.Dequeue();
        kernel(window, WithMultipliers(codes, fields), Codes(current.Inputs[0]), Codes(current.Inputs[1]), Bias(current), Written(current));
    }

    private static WindowGeometry Window(Queue<int> fields) => new()
    {
        Batches = fields.Dequeue(),
        InputHeight = fields.Dequeue(),
        InputWidth = fields.Dequeue(),
        InputChannels = fields.Dequeue(),
        OutputHeight = fields.Dequeue(),
        OutputWidth = fields.Dequeue(),
        OutputChannels = fields.Dequeue(),
        FilterHeight = fields.Dequeue(),
        FilterWidth = fields.Dequeue(),
        StrideHeight = fields.Dequeue(),
        StrideWidth = fields.Dequeue(),
        DilationHeight = fields.Dequeue(),
        DilationWidth = fields.Dequeue(),
        PadTop = fields.Dequeue(),
        PadLeft = fields.Dequeue(),
    };

    private static Requantization CodesOf(Queue<int> fields) => new()
    {
        InputZeroPoint = fields.Dequeue(),
        FilterZeroPoint = fields.Dequeue(),
        OutputZeroPoint = fields.Dequeue(),
        ActivationMinimum = fields.Dequeue(),
        ActivationMaximum = fields.Dequeue(),
        Multipliers = [],
    };

    private static Requantization WithMultipliers(Requantization codes, Queue<int> fields) => codes with
    {
        Multipliers = [.. Enumerable.Range(0, fields.Dequeue()).Select(_ => Multiplier(fields))],
    };

    private static QuantizedMultiplier Multiplier(Queue<int> fields) => new(fields.Dequeue(), fields.Dequeue());

    private ReadOnlySpan<sbyte> Codes(int tensor) => MemoryMarshal.Cast<byte, sbyte>(Content(tensor));

    private ReadOnlySpan<int> Bias(PageOperator current) =>
        current.Inputs[2] == None ? default : MemoryMarshal.Cast<byte, int>(Content(current.Inputs[2]));

    private Span<sbyte> Written(PageOperator current) => MemoryMarshal.Cast<byte, sbyte>(Arena(current.Output));

    private Span<byte> Arena(int tensor) => _arena.AsSpan((int)_tensors[tensor].Offset, (int)_tensors[tensor].Bytes);
}
