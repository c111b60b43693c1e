using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>One operator with its tensors and options, prepared through the registry as the interpreter would.</summary>
internal sealed record OperatorBuilder(BuiltinOperator Code, BuiltinOptionsType OptionsType)
{
    /// <summary>Null stands for an input that is left out.</summary>
    public required TestTensor?[] Inputs { get; init; }

    /// <summary>All outputs.</summary>
    public required TestTensor[] Outputs { get; init; }

    /// <summary>Option fields by number; fields that are not there have the schema's default.</summary>
    public Dictionary<int, int> Options { get; init; } = [];

    /// <summary>The same operator with one option changed.</summary>
    public OperatorBuilder WithOption(int field, int value) => this with { Options = new(Options) { [field] = value } };

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

    /// <summary>Prepares, runs twice (an operator must not depend on what the output held) and returns the output.</summary>
    public T[] Run<T>()
        where T : unmanaged => Run<T, DoubleRounding>();

    /// <summary>As <see cref="Run{T}"/> with another rounding.</summary>
    public T[] Run<T, TRounding>()
        where T : unmanaged
        where TRounding : struct, IRounding
    {
        (PreparedOperator prepared, Tensor output) = Prepare<TRounding>();
        prepared.Invoke();
        T[] first = output.Read<T>().ToArray();
        prepared.Invoke();
        Assert.Equal(first, output.Read<T>().ToArray());
        return first;
    }

    /// <summary>Multiply-accumulates of one run.</summary>
    public long MultiplyAccumulates() => Prepare<DoubleRounding>().Prepared.MultiplyAccumulates;

    /// <summary>What <c>Prepare</c> says is wrong.</summary>
    public string Refusal() => Assert.Throws<ModelFormatException>(() => Prepare<DoubleRounding>()).Problem;

    /// <summary>What <c>Prepare</c> says has no kernel.</summary>
    public string Unsupported() => Assert.Throws<UnsupportedOperatorException>(() => Prepare<DoubleRounding>()).Problem;

    private (PreparedOperator Prepared, Tensor Output) Prepare<TRounding>()
        where TRounding : struct, IRounding
    {
        var tensors = new List<Tensor>();
        var inputs = Inputs.Select(input => input is null ? -1 : Add(input)).ToList();
        var outputs = Outputs.Select(Add).ToList();
        var @operator = new ModelOperator
        {
            Index = 0,
            Code = Code,
            Version = 1,
            Inputs = inputs,
            Outputs = outputs,
            Options = CreateOptions(),
        };
        PreparedOperator prepared = KernelRegistry.Find(Code)!.Prepare<TRounding>(new OperatorContext("test.tflite", @operator, tensors));
        return (prepared, tensors[outputs[0]]);

        int Add(TestTensor tensor)
        {
            var bound = new Tensor(tensor.Describe(tensors.Count));
            if (!tensor.IsConstant)
                bound.Bind((byte[])tensor.Content.Clone());
            tensors.Add(bound);
            return bound.Index;
        }
    }

    private OperatorOptions CreateOptions()
    {
        if (OptionsType == BuiltinOptionsType.None)
            return new OperatorOptions(OptionsType, null);

        var table = new FlatFields();
        foreach ((int field, int value) in Options)
            table[field] = value;
        return new OperatorOptions(OptionsType, new FlatBuffer(FlatBufferWriter.Write(table), "test.tflite").Root("TFL3"u8));
    }
}
