using Tiny.Bench.Harness.Running;
using Tiny.Bench.Reference;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Harness.Conformance;

/// <summary>Compares outputs and per-operator checksums of whole models with golden files.</summary>
/// <remarks>Every output and every operator output is one check. Final outputs hide most faults, so the operators are what counts.</remarks>
public sealed class GoldenConformance
{
    private readonly Func<string, TfliteModel> _models;
    private readonly IGoldenInputs _inputs;
    private readonly InterpreterOptions _options;
    private readonly int _threads;
    private readonly List<ConformanceFailure> _failures = [];
    private readonly List<UnsupportedCase> _unsupported = [];
    private readonly List<string> _summary = [];
    private Tally _outputs;
    private Tally _operators;

    private GoldenConformance(Func<string, TfliteModel> models, IGoldenInputs inputs, InterpreterOptions options, int threads)
    {
        _models = models;
        _inputs = inputs;
        _options = options;
        _threads = threads;
    }

    /// <summary>Judges a golden file, or all <c>*.json</c> of a folder.</summary>
    /// <param name="path">The file or the folder.</param>
    /// <param name="models">Loads a model by file name.</param>
    /// <param name="inputs">Finds the inputs.</param>
    /// <param name="dialect">The rounding to judge.</param>
    /// <param name="kernels">Which kernels are judged.</param>
    /// <param name="threads">Inputs that are judged at once, at least 1; the report does not depend on it.</param>
    /// <param name="progress">Told after every input, from any thread.</param>
    /// <param name="cancellation">Ends the work between two inputs.</param>
    /// <exception cref="ConformanceException">A golden file is malformed, or belongs to another model or other inputs.</exception>
    public static async Task<ConformanceReport> RunAsync(
        string path,
        Func<string, TfliteModel> models,
        IGoldenInputs inputs,
        Dialect dialect,
        KernelSet kernels = KernelSet.Auto,
        int threads = 1,
        IProgress<(int Done, int Total)>? progress = null,
        CancellationToken cancellation = default)
    {
        var conformance = new GoldenConformance(models, inputs, new InterpreterOptions { Dialect = dialect, Kernels = kernels }, threads);
        GoldenFile[] files = [.. Files(path).Select(GoldenFile.Read)];
        string[] names = [.. Files(path).Select(file => Path.GetFileName(file))];
        int total = files.Sum(file => file.Results.Count), done = 0;
        for (int index = 0; index < files.Length; index++)
        {
            await conformance.JudgeAsync(names[index], files[index], () => progress?.Report((Interlocked.Increment(ref done), total)), cancellation);
        }

        return new ConformanceReport
        {
            Source = path,
            Dialect = dialect,
            Passed = conformance._outputs.Equal + conformance._operators.Equal,
            Failed = conformance._outputs.Different + conformance._operators.Different,
            Failures = conformance._failures,
            Unsupported = conformance._unsupported,
            Summary = conformance._summary,
        };
    }

    private static string[] Files(string path)
    {
        if (File.Exists(path))
            return [path];
        string[] files = Directory.Exists(path) ? [.. Directory.EnumerateFiles(path, "*.json").Order(StringComparer.Ordinal)] : [];
        return files.Length > 0 ? files : throw new ConformanceException(path, "has no golden files; expected *.json");
    }

    private async Task JudgeAsync(string name, GoldenFile golden, Action inputDone, CancellationToken cancellation)
    {
        TfliteModel model = _models(golden.Model);
        if (!string.Equals(model.Sha256, golden.Sha256, StringComparison.OrdinalIgnoreCase))
            throw new ConformanceException(name, $"is for a {golden.Model} with SHA-256 {golden.Sha256}; the one at hand has {model.Sha256}");

        Interpreter[] interpreters = [.. Enumerable.Range(0, Math.Clamp(golden.Results.Count, 1, _threads)).Select(_ => new Interpreter(model, _options))];
        Interpreter interpreter = interpreters[0];
        if (interpreter.Inputs.Length != 1 || interpreter.Outputs.Length != 1)
            throw new ConformanceException(name, $"is for {golden.Model}, which has {interpreter.Inputs.Length} inputs and {interpreter.Outputs.Length} outputs; expected one of each");
        Tensor input = interpreter.Inputs[0];
        if (golden.InputBytes != input.Bytes.Length)
            throw new ConformanceException(name, $"has inputs of {golden.InputBytes} bytes; {golden.Model} takes {input.Bytes.Length}");
        if (_inputs.Open(golden, input, out string missing) is not { } inputs)
        {
            _unsupported.Add(new UnsupportedCase(name, missing));
            return;
        }

        var judgements = new Judgement[golden.Results.Count];
        await OrderedWork<Interpreter>.RunAsync(interpreters, 0, judgements.Length, JudgeInput, cancellation);
        Judgement all = judgements.Aggregate(default(Judgement), (sum, one) => sum.With(one));
        (_outputs, _operators) = (_outputs + all.Outputs, _operators + all.Operators);
        _failures.AddRange(judgements.Select(judgement => judgement.First).OfType<ConformanceFailure>());
        string first = all.First is null ? "" : $"; first difference: {Describe(all.First)}";
        _summary.Add($"{name}: {all.Outputs} outputs, {all.Operators} operator outputs equal{first}");

        ValueTask JudgeInput(Interpreter one, int index)
        {
            GoldenResult result = golden.Results[index];
            if (result.Input < 0 || result.Input >= inputs.Count)
                throw new ConformanceException(name, $"asks for input {result.Input}; {golden.Source} has {inputs.Count}");
            judgements[index] = Judge($"{name}#{result.Input}", one, inputs.Read(result.Input), result);
            inputDone();
            return ValueTask.CompletedTask;
        }
    }

    private static Judgement Judge(string name, Interpreter interpreter, byte[] input, GoldenResult golden)
    {
        if (input.Length != interpreter.Inputs[0].Bytes.Length)
            throw new ConformanceException(name, $"has an input of {input.Length} bytes; the model takes {interpreter.Inputs[0].Bytes.Length}");
        if (!IsChecksum(golden.InputCrc32, input))
            throw new ConformanceException(name, $"was made from an input with CRC-32 {golden.InputCrc32}; the one at hand has {Hex(Crc32.Compute(input))}");

        var observer = new ChecksumObserver();
        interpreter.ResetVariables();
        interpreter.SetInput(0, input);
        interpreter.Invoke(observer);

        Tally operators = default;
        ConformanceFailure? first = null;
        foreach (GoldenActivation activation in golden.Activations ?? [])
        {
            uint? checksum = observer.Find(activation.Op, activation.Tensor);
            bool isEqual = checksum is { } value && IsSame(activation.Crc32, value);
            operators = operators.With(isEqual);
            if (!isEqual)
                first ??= OperatorFailure(name, activation, checksum);
        }

        Tensor output = interpreter.Outputs[0];
        bool isOutputEqual = IsChecksum(golden.OutputCrc32, output.Bytes);
        if (!isOutputEqual)
            first ??= OutputFailure(name, interpreter, output, golden);
        return new Judgement(default(Tally).With(isOutputEqual), operators, first);
    }

    private static ConformanceFailure OperatorFailure(string name, GoldenActivation activation, uint? checksum) => new()
    {
        Case = name,
        Operator = $"{activation.Name} ({activation.Op})",
        Tensor = $"{activation.Tensor}",
        Expected = $"crc32:{activation.Crc32}",
        Got = checksum is null ? "not written" : $"crc32:{Hex(checksum.Value)}",
    };

    private static ConformanceFailure OutputFailure(string name, Interpreter interpreter, Tensor output, GoldenResult golden)
    {
        var failure = new ConformanceFailure
        {
            Case = name,
            Operator = interpreter.Operators.Length == 0 ? "" : $"{interpreter.Operators[^1].Model.Name} ({interpreter.Operators[^1].Model.Index})",
            Tensor = $"{output.Index}",
            Expected = $"crc32:{golden.OutputCrc32}",
            Got = $"crc32:{Hex(Crc32.Compute(output.Bytes))}",
        };
        if (golden.OutputHex is null || output.Type != TensorType.Int8)
            return failure;

        byte[] expected = Convert.FromHexString(golden.OutputHex);
        int element = output.Bytes.CommonPrefixLength(expected);
        return element >= expected.Length || element >= output.Bytes.Length
            ? failure
            : failure with { Element = element, Expected = $"{(sbyte)expected[element]}", Got = $"{(sbyte)output.Bytes[element]}" };
    }

    private static string Describe(ConformanceFailure failure) =>
        $"{failure.Case}, operator {failure.Operator}, tensor {failure.Tensor}: expected {failure.Expected}, got {failure.Got}";

    private static bool IsChecksum(string expected, ReadOnlySpan<byte> bytes) => IsSame(expected, Crc32.Compute(bytes));

    private static bool IsSame(string expected, uint checksum) => string.Equals(expected, Hex(checksum), StringComparison.OrdinalIgnoreCase);

    private static string Hex(uint checksum) => $"{checksum:x8}";

    // Of one input, or of the inputs of a file together.
    private readonly record struct Judgement(Tally Outputs, Tally Operators, ConformanceFailure? First)
    {
        public Judgement With(Judgement next) => new(Outputs + next.Outputs, Operators + next.Operators, First ?? next.First);
    }

    private readonly record struct Tally(int Equal, int Different)
    {
        public static Tally operator +(Tally one, Tally other) => new(one.Equal + other.Equal, one.Different + other.Different);

        public Tally With(bool equal) => equal ? this with { Equal = Equal + 1 } : this with { Different = Different + 1 };

        public override string ToString() => $"{Equal} of {Equal + Different}";
    }
}
