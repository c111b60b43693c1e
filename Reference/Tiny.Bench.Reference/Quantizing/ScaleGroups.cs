using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Quantizing;

/// <summary>Tensors that must have one scale and zero point, joined into groups, and what each group's is.</summary>
internal sealed class ScaleGroups
{
    private readonly int[] _parents;
    private readonly ActivationRange?[] _ranges;
    private readonly Quantization?[] _fixed;

    /// <summary>Starts with every tensor on its own.</summary>
    public ScaleGroups(int tensors)
    {
        _parents = [.. Enumerable.Range(0, tensors)];
        _ranges = new ActivationRange?[tensors];
        _fixed = new Quantization?[tensors];
    }

    /// <summary>Widens the range of a tensor's group.</summary>
    public void Cover(int tensor, ActivationRange range)
    {
        int root = Find(tensor);
        _ranges[root] = _ranges[root]?.Union(range) ?? range;
    }

    /// <summary>Gives a tensor's group the quantization that a kernel asks for.</summary>
    public void Fix(int tensor, Quantization quantization) => _fixed[Find(tensor)] = quantization;

    /// <summary>Whether a kernel has decided the quantization of a tensor's group.</summary>
    public bool IsFixed(int tensor) => _fixed[Find(tensor)] is not null;

    /// <summary>Joins the groups of two tensors; at most one of them is fixed.</summary>
    public void Join(int first, int second)
    {
        int to = Find(first), from = Find(second);
        if (to == from)
            return;
        _parents[from] = to;
        _fixed[to] ??= _fixed[from];
        if (_ranges[from] is { } range)
            Cover(to, range);
    }

    /// <summary>The quantization of a tensor whose group covers a range or is fixed.</summary>
    public Quantization Of(int tensor, TensorType activations)
    {
        int root = Find(tensor);
        if (_fixed[root] is { } given)
            return given;
        ActivationRange range = _ranges[root] ?? throw new InvalidOperationException($"Tensor {tensor} has no range.");
        return activations == TensorType.Int16 ? AffineCodes.Int16(range) : AffineCodes.Int8(range);
    }

    private int Find(int tensor)
    {
        while (_parents[tensor] != tensor)
            tensor = _parents[tensor];
        return tensor;
    }
}
