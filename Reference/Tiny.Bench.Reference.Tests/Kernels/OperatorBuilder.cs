using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>One operator with its tensors and options, prepared through the registry as the interpreter would.</summary>
internal sealed record OperatorBuilder(BuiltinOperator Code, BuiltinOptionsType OptionsType = BuiltinOptionsType.None)
{
    private const string File = "test.tflite";
    private const int Index = 7;

    /// <summary>Null stands for an input that is left out.</summary>
    public TestTensor?[] Inputs { get; init; } = [];

    /// <summary>All outputs.</summary>
    public TestTensor[] Outputs { get; init; } = [];

    /// <summary>Option fields by number; fields that are not there have the schema's default.</summary>
    public Dictionary<int, int> Options { get; init; } = [];

    /// <summary>The same operator with one more input; null for one that is left out.</summary>
    public OperatorBuilder Input(TestTensor? input) => this with { Inputs = [.. Inputs, input] };

    /// <summary>The same operator with one more output.</summary>
    public OperatorBuilder Output(TestTensor output) => this with { Outputs = [.. Outputs, output] };

    /// <summary>The same operator with one option changed; also for bytes and booleans.</summary>
    public OperatorBuilder WithOption(int field, int value) => this with { Options = new(Options) { [field] = value } };

    /// <summary>The same operator with one option changed that is a binary32.</summary>
    public OperatorBuilder WithOption(int field, float value) => WithOption(field, BitConverter.SingleToInt32Bits(value));

    /// <summary>The same operator with one input changed.</summary>
    public OperatorBuilder WithInput(int position, TestTensor? input)
    {
        var inputs = (TestTensor?[])Inputs.Clone();
        inputs[position] = input;
        return this with { Inputs = inputs };
    }

    /// <summary>The same operator with one input changed.</summary>
    public OperatorBuilder WithInput(int position, Func<TestTensor, TestTensor> change) => WithInput(position, change(Inputs[position]!));

    /// <summary>The same operator with another only output.</summary>
    public OperatorBuilder WithOutput(TestTensor output) => this with { Outputs = [output] };

    /// <summary>The same operator with its only output changed.</summary>
    public OperatorBuilder WithOutput(Func<TestTensor, TestTensor> change) => WithOutput(change(Outputs[0]));

    /// <summary>Prepares, runs twice (an operator must not depend on what the output held) and returns the first output.</summary>
    public T[] Run<T>()
        where T : unmanaged => Run<T, DoubleRounding>();

    /// <summary>As <see cref="Run{T}"/> with another rounding.</summary>
    public T[] Run<T, TRounding>()
        where T : unmanaged
        where TRounding : struct, IRounding
    {
        BoundOperator bound = Bind<TRounding>();
        bound.Invoke();
        T[] first = bound.Output<T>();
        bound.Invoke();
        Assert.Equal(first, bound.Output<T>());
        return first;
    }

    /// <summary>Multiply-accumulates of one run.</summary>
    public long MultiplyAccumulates() => Bind<DoubleRounding>().Prepared.MultiplyAccumulates;

    /// <summary>What <c>Prepare</c> says is wrong; it always says where.</summary>
    public string Refusal() => ProblemOf<ModelFormatException>();

    /// <summary>What <c>Prepare</c> says has no kernel.</summary>
    public string Unsupported() => ProblemOf<UnsupportedOperatorException>();

    /// <summary>Prepares with copies of all contents.</summary>
    public BoundOperator Bind<TRounding>()
        where TRounding : struct, IRounding
    {
        var tensors = new List<Tensor>();
        int[] inputs = [.. Inputs.Select(input => input is null ? -1 : Add(input))];
        int[] outputs = [.. Outputs.Select(Add)];
        var @operator = new ModelOperator
        {
            Index = Index,
            Code = Code,
            Version = 1,
            Inputs = inputs,
            Outputs = outputs,
            Options = CreateOptions(),
        };
        IKernel kernel = KernelRegistry.Find(Code) ?? throw new InvalidOperationException($"{Code} has no kernel.");
        PreparedOperator prepared = kernel.Prepare<TRounding>(new OperatorContext(File, @operator, tensors, new HostMemory(long.MaxValue)));
        return new BoundOperator(
            prepared,
            [.. inputs.Select(index => index < 0 ? null : tensors[index])],
            [.. outputs.Select(index => tensors[index])]);

        int Add(TestTensor tensor)
        {
            var bound = new Tensor(tensor.Describe(tensors.Count));
            if (!tensor.IsConstant)
                bound.Bind((byte[])tensor.Content.Clone());
            tensors.Add(bound);
            return bound.Index;
        }
    }

    private string ProblemOf<TException>()
        where TException : ReferenceException
    {
        TException error = Assert.Throws<TException>(() => Bind<DoubleRounding>());
        Assert.StartsWith($"{File}, operator {Index} (", error.Where, StringComparison.Ordinal);
        return error.Problem;
    }

    private OperatorOptions CreateOptions()
    {
        if (OptionsType == BuiltinOptionsType.None)
            return new OperatorOptions(OptionsType, null);

        var table = new FlatFields();
        foreach ((int field, int value) in Options)
            table[field] = value;
        return new OperatorOptions(OptionsType, new FlatBuffer(FlatBufferWriter.Write(table), File).Root("TFL3"u8));
    }
}
