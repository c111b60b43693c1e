using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Harness.Conformance.Dialects;

/// <summary>What one model gives for every input of a sample list, computed by one rule.</summary>
public sealed class ReferenceAnswers
{
    private readonly int[] _firstInputs;
    private readonly byte[] _content;

    /// <summary>Takes the outputs of all inputs, one after the other.</summary>
    internal ReferenceAnswers(ArithmeticRule rule, IReadOnlyList<string> files, IReadOnlyList<int> inputCounts, int outputBytes, byte[] content)
    {
        Rule = rule;
        Files = files;
        OutputBytes = outputBytes;
        _content = content;
        _firstInputs = new int[files.Count + 1];
        for (int sample = 0; sample < files.Count; sample++)
            _firstInputs[sample + 1] = _firstInputs[sample] + inputCounts[sample];
    }

    /// <summary>How they were computed.</summary>
    public ArithmeticRule Rule { get; }

    /// <summary>The samples' files in the list's order.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>Bytes of one output.</summary>
    public int OutputBytes { get; }

    /// <summary>Inputs of all samples.</summary>
    public int InputTotal => _firstInputs[^1];

    /// <summary>Inputs that a sample gives, at least 1; more where its file is cut into windows.</summary>
    public int InputCount(int sample) => _firstInputs[sample + 1] - _firstInputs[sample];

    /// <summary>The raw bytes of one output.</summary>
    /// <param name="sample">Position in <see cref="Files"/>.</param>
    /// <param name="window">0 to <see cref="InputCount"/> less 1.</param>
    public ReadOnlySpan<byte> Output(int sample, int window = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(window);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(window, InputCount(sample));
        return _content.AsSpan((_firstInputs[sample] + window) * OutputBytes, OutputBytes);
    }

    /// <summary>The raw bytes of all outputs.</summary>
    internal ReadOnlySpan<byte> Content => _content;
}
