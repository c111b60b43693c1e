using System.Runtime.InteropServices;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>One operator with its tensors, set up by hand: prepares it with the registry's kernel, runs it, or reads its error.</summary>
internal sealed class OperatorStage(BuiltinOperator code, BuiltinOptionsType optionsType = BuiltinOptionsType.None)
{
    private readonly SortedDictionary<int, int> _options = [];
    private readonly List<Tensor> _tensors = [];
    private readonly List<int> _inputs = [];
    private readonly List<int> _outputs = [];

    /// <summary>Per-tensor quantization.</summary>
    public static Quantization Codes(float scale, int zeroPoint = 0) => new([scale], [zeroPoint], 0);

    /// <summary>Sets an option by its number in the schema; also for bytes and booleans.</summary>
    public OperatorStage Option(int field, int value)
    {
        _options[field] = value;
        return this;
    }

    /// <summary>Sets an option that is a float.</summary>
    public OperatorStage Option(int field, float value) => Option(field, BitConverter.SingleToInt32Bits(value));

    /// <summary>Adds an input that is there before the run; an empty shape is a scalar.</summary>
    public OperatorStage Input<T>(T[] values, Quantization? quantization, params int[] shape)
        where T : unmanaged
    {
        _inputs.Add(Add(TypeOf<T>(), shape, quantization, Bytes(values), isConstant: false, isVariable: false));
        return this;
    }

    /// <summary>Adds an input of zeros, of a type that C# has no name for.</summary>
    public OperatorStage Input(TensorType type, params int[] shape)
    {
        _inputs.Add(Add(type, shape, null, Zeros(type, shape), isConstant: false, isVariable: false));
        return this;
    }

    /// <summary>Adds an input that lies in the file.</summary>
    public OperatorStage Constant<T>(T[] values, params int[] shape)
        where T : unmanaged => Constant(values, null, shape);

    /// <summary>Adds an input that lies in the file.</summary>
    public OperatorStage Constant<T>(T[] values, Quantization? quantization, params int[] shape)
        where T : unmanaged
    {
        _inputs.Add(Add(TypeOf<T>(), shape, quantization, Bytes(values), isConstant: true, isVariable: false));
        return this;
    }

    /// <summary>Adds an input that the operator itself writes.</summary>
    public OperatorStage Variable<T>(T[] values, Quantization? quantization, params int[] shape)
        where T : unmanaged
    {
        _inputs.Add(Add(TypeOf<T>(), shape, quantization, Bytes(values), isConstant: false, isVariable: true));
        return this;
    }

    /// <summary>Leaves an input out.</summary>
    public OperatorStage LeftOut()
    {
        _inputs.Add(-1);
        return this;
    }

    /// <summary>Adds an output.</summary>
    public OperatorStage Output<T>(Quantization? quantization, params int[] shape)
        where T : unmanaged => Output(TypeOf<T>(), quantization, shape);

    /// <summary>Adds an output of a type that C# has no name for.</summary>
    public OperatorStage Output(TensorType type, Quantization? quantization, params int[] shape)
    {
        _outputs.Add(Add(type, shape, quantization, Zeros(type, shape), isConstant: false, isVariable: false));
        return this;
    }

    /// <summary>What the registry's kernel makes of it.</summary>
    public PreparedOperator Prepare<TRounding>()
        where TRounding : struct, IRounding
    {
        var model = new ModelOperator
        {
            Index = 7,
            Code = code,
            Version = 1,
            Inputs = _inputs,
            Outputs = _outputs,
            Options = new OperatorOptions(optionsType, optionsType == BuiltinOptionsType.None ? null : OptionsTable()),
        };
        IKernel kernel = KernelRegistry.Find(code) ?? throw new InvalidOperationException($"{code} has no kernel.");
        return kernel.Prepare<TRounding>(new OperatorContext("stage", model, _tensors));
    }

    /// <summary>Prepares, invokes, and returns the first output.</summary>
    public T[] Run<T>()
        where T : unmanaged => Run<T, DoubleRounding>();

    /// <summary>Prepares with one dialect, invokes, and returns the first output.</summary>
    public T[] Run<T, TRounding>()
        where T : unmanaged
        where TRounding : struct, IRounding
    {
        Prepare<TRounding>().Invoke();
        return Read<T>(_outputs[0]);
    }

    /// <summary>The content of an output after a run.</summary>
    public T[] ReadOutput<T>(int position)
        where T : unmanaged => Read<T>(_outputs[position]);

    /// <summary>The content of an input after a run.</summary>
    public T[] ReadInput<T>(int position)
        where T : unmanaged => Read<T>(_inputs[position]);

    /// <summary>The message of the error that preparing ends in; it always says where.</summary>
    public string Error()
    {
        string message = Assert.ThrowsAny<ModelFormatException>(Prepare<DoubleRounding>).Message;
        Assert.StartsWith("stage, operator 7 (", message, StringComparison.Ordinal);
        return message;
    }

    /// <summary>The message of the error for types that have no kernel.</summary>
    public string Unsupported() => Assert.Throws<UnsupportedOperatorException>(Prepare<DoubleRounding>).Message;

    private T[] Read<T>(int tensor)
        where T : unmanaged => _tensors[tensor].Read<T>().ToArray();

    private int Add(TensorType type, int[] shape, Quantization? quantization, byte[] content, bool isConstant, bool isVariable)
    {
        var tensor = new Tensor(new ModelTensor
        {
            Index = _tensors.Count,
            Name = "",
            Type = type,
            Shape = new Shape(shape),
            Quantization = quantization ?? Quantization.None,
            IsVariable = isVariable,
            Data = isConstant ? (ReadOnlyMemory<byte>?)content : null,
        });
        Assert.Equal(tensor.Model.ByteCount, content.Length);
        if (!isConstant)
            tensor.Bind(content);
        _tensors.Add(tensor);
        return tensor.Index;
    }

    private FlatTable OptionsTable()
    {
        var table = new FlatFields();
        foreach ((int field, int value) in _options)
            table[field] = value;
        return new FlatBuffer(FlatBufferWriter.Write(table), "options").Root("TFL3"u8);
    }

    private static byte[] Zeros(TensorType type, int[] shape) => new byte[type.ByteCount(new Shape(shape).ElementCount) ?? 0];

    private static byte[] Bytes<T>(T[] values)
        where T : unmanaged => MemoryMarshal.AsBytes<T>(values).ToArray();

    private static TensorType TypeOf<T>() => Type.GetTypeCode(typeof(T)) switch
    {
        TypeCode.SByte => TensorType.Int8,
        TypeCode.Byte => TensorType.UInt8,
        TypeCode.Int16 => TensorType.Int16,
        TypeCode.Int32 => TensorType.Int32,
        TypeCode.Int64 => TensorType.Int64,
        TypeCode.Single => TensorType.Float32,
        _ => throw new NotSupportedException($"{typeof(T).Name} is not an element type."),
    };
}
