using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Quantizing;

/// <summary>The tensors of the quantized graph while it grows; those of the float graph that are kept keep their name.</summary>
internal sealed class QuantizedTensors
{
    private readonly List<ModelTensor> _tensors = [];
    private readonly Dictionary<int, int> _places = [];

    /// <summary>All tensors so far.</summary>
    public IReadOnlyList<ModelTensor> All => _tensors;

    /// <summary>Adds a tensor and gives its index.</summary>
    public int Add(ModelTensor tensor)
    {
        _tensors.Add(tensor with { Index = _tensors.Count });
        return _tensors.Count - 1;
    }

    /// <summary>The index of what a tensor of the float graph has become; made at its first use.</summary>
    public int PlaceOf(int tensor, Func<ModelTensor> make)
    {
        if (!_places.TryGetValue(tensor, out int place))
            _places.Add(tensor, place = Add(make()));
        return place;
    }
}
