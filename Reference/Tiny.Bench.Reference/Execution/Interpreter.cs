using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Execution;

/// <summary>Runs the main subgraph of a model on the host: batch 1, one arena, no allocation per inference.</summary>
/// <remarks>
/// Not safe for use by several threads at once; make one per thread, they share the model's constants.
/// Variable tensors keep their content from one inference to the next until <see cref="ResetVariables"/>.
/// </remarks>
public sealed class Interpreter
{
    private readonly Tensor[] _tensors;
    private readonly Tensor[] _inputs;
    private readonly Tensor[] _outputs;
    private readonly PlannedOperator[] _operators;

    /// <summary>Checks every operator, plans the arena and binds all tensors.</summary>
    /// <exception cref="ModelFormatException">An operator contradicts its tensors, or the model exceeds the limits of <paramref name="options"/>.</exception>
    /// <exception cref="UnsupportedOperatorException">An operator has no kernel; says its name, version and index.</exception>
    public Interpreter(TfliteModel model, InterpreterOptions? options = null)
    {
        options ??= new InterpreterOptions();
        if (!BitConverter.IsLittleEndian)
            throw new PlatformNotSupportedException("The reference reads models in place, which needs a little-endian machine.");

        Model = model;
        Dialect = options.Dialect;
        ModelSubgraph graph = model.Main;
        Plan = ArenaPlanner.Plan(graph, options.MaximumArenaBytes, model.Source, options.KeepInputs);
        _tensors = [.. graph.Tensors.Select(tensor => new Tensor(tensor))];
        _inputs = [.. graph.Inputs.Select(index => _tensors[index])];
        _outputs = [.. graph.Outputs.Select(index => _tensors[index])];
        _operators = options.Dialect.Apply(new Preparation(model.Source, graph, _tensors, options));

        var arena = new byte[Plan.Size];
        foreach (ArenaBuffer buffer in Plan.Buffers)
            _tensors[buffer.Tensor].Bind(arena.AsMemory(buffer.Offset, buffer.Length));
        ResetVariables();
    }

    /// <summary>The model that runs.</summary>
    public TfliteModel Model { get; }

    /// <summary>The rounding in force.</summary>
    public Dialect Dialect { get; }

    /// <summary>Where every computed tensor lies.</summary>
    public ArenaPlan Plan { get; }

    /// <summary>The operators in execution order.</summary>
    public ReadOnlySpan<PlannedOperator> Operators => _operators;

    /// <summary>The model's inputs.</summary>
    public ReadOnlySpan<Tensor> Inputs => _inputs;

    /// <summary>The model's outputs; their content is valid after <see cref="Invoke()"/> until the next one.</summary>
    public ReadOnlySpan<Tensor> Outputs => _outputs;

    /// <summary>Multiply-accumulates of one inference.</summary>
    public long MultiplyAccumulates => _operators.Sum(planned => planned.MultiplyAccumulates);

    /// <summary>Copies an input's raw bytes; the length must be the tensor's. The arena may reuse them: set the input before every inference, unless the options keep inputs.</summary>
    public void SetInput(int index, ReadOnlySpan<byte> content)
    {
        Tensor input = _inputs[index];
        if (content.Length != input.Bytes.Length)
            throw new ArgumentException($"Input {index} takes {input.Bytes.Length} bytes, not {content.Length}.", nameof(content));
        content.CopyTo(input.Write<byte>());
    }

    /// <summary>Runs one inference.</summary>
    public void Invoke()
    {
        foreach (PlannedOperator planned in _operators)
            planned.Kernel.Invoke();
    }

    /// <summary>Runs one inference and shows every operator's outputs to <paramref name="observer"/>.</summary>
    public void Invoke(IOperatorObserver observer)
    {
        foreach (PlannedOperator planned in _operators)
        {
            planned.Kernel.Invoke();
            observer.Computed(planned.Model, planned.Outputs);
        }
    }

    /// <summary>Puts variable tensors back to their start: the code of real zero, or 0 when they are not quantized.</summary>
    public void ResetVariables()
    {
        foreach (Tensor tensor in _tensors)
        {
            if (!tensor.Model.IsVariable || tensor.IsConstant)
                continue;
            bool hasZeroPoint = tensor.Type == TensorType.Int8 && tensor.Quantization.IsQuantized;
            tensor.Write<byte>().Fill(hasZeroPoint ? (byte)tensor.Quantization.ZeroPoint : (byte)0);
        }
    }

    private sealed class Preparation(string source, ModelSubgraph graph, Tensor[] tensors, InterpreterOptions options) : IRoundingUser<PlannedOperator[]>
    {
        private readonly HostMemory _memory = new(options.MaximumArenaBytes), _packingMemory = new(options.MaximumArenaBytes);
        private long _steps;

        public PlannedOperator[] Use<TRounding>()
            where TRounding : struct, IRounding => [.. graph.Operators.Select(Prepare<TRounding>)];

        private PlannedOperator Prepare<TRounding>(ModelOperator model)
            where TRounding : struct, IRounding
        {
            IKernel kernel = KernelRegistry.Find(model.Code) ?? throw new UnsupportedOperatorException(
                $"{source}, operator {model.Index} ({model.Name})", $"version {model.Version} has no kernel");
            PreparedOperator prepared = kernel.Prepare<TRounding>(new OperatorContext(source, model, tensors, _memory)
            {
                Softmax = options.Softmax,
                Kernels = options.Kernels,
                PackingMemory = _packingMemory,
            });
            CountSteps(model, prepared);
            return new PlannedOperator(model, prepared, [.. model.Outputs.Select(index => tensors[index])]);
        }

        // Operator by operator, so that neither the sum overflows nor a hopeless model is prepared to its end.
        private void CountSteps(ModelOperator model, PreparedOperator prepared)
        {
            _steps += prepared.Steps;
            foreach (int index in model.Inputs.Concat(model.Outputs))
                _steps += index < 0 ? 0 : tensors[index].Shape.ElementCount;
            if (_steps > options.MaximumSteps)
                throw new ModelFormatException(source, $"asks for {_steps} steps up to operator {model.Index}; at most {options.MaximumSteps} are run");
        }
    }
}
