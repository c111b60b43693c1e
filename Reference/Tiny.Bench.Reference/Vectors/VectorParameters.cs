using System.Text.Json;
using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Vectors;

/// <summary>The parameters of a case (or of one layer of a network), read with checks.</summary>
public sealed class VectorParameters
{
    private const int LowestShift = -31;
    private const int MaximumRank = 8;

    private readonly string _where;
    private readonly JsonElement _json;

    internal VectorParameters(string where, JsonElement json)
    {
        _where = where;
        _json = json;
    }

    /// <summary>Whether the key is there.</summary>
    public bool Has(string key) => _json.TryGetProperty(key, out _);

    /// <summary>A whole number that must be there.</summary>
    public int Int32(string key) => Int32(Required(key), key);

    /// <summary>A whole number that may be absent.</summary>
    public int Int32(string key, int fallback) => _json.TryGetProperty(key, out JsonElement value) ? Int32(value, key) : fallback;

    /// <summary>A flag that may be absent.</summary>
    public bool Flag(string key, bool fallback) => !_json.TryGetProperty(key, out JsonElement value)
        ? fallback
        : value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => Int32(value, key) != 0,
        };

    /// <summary>A real number that may be absent.</summary>
    public double Real(string key, double fallback) => !_json.TryGetProperty(key, out JsonElement value)
        ? fallback
        : value.ValueKind == JsonValueKind.Number ? value.GetDouble() : throw Error($"{key} is {value}; expected a number");

    /// <summary>A text that may be absent.</summary>
    public string Text(string key, string fallback) => _json.TryGetProperty(key, out JsonElement value) ? value.ToString() : fallback;

    /// <summary>A list of whole numbers.</summary>
    public int[] Int32List(string key) => Int32List(Required(key), key);

    /// <summary>The extents of a tensor.</summary>
    public Shape Shape(string key)
    {
        int[] extents = Int32List(key);
        if (extents.Length > MaximumRank || extents.Any(extent => extent < 0))
            throw Error($"{key} is [{string.Join(',', extents.Take(MaximumRank + 1))}]; expected at most {MaximumRank} extents, none negative");

        // An extent of 0 is left out of the product, so that no part of a shape overflows either.
        long count = 1;
        foreach (int extent in extents)
        {
            count *= Math.Max(extent, 1);
            if (count > int.MaxValue)
                throw Error($"{key} is [{string.Join(',', extents)}]; expected at most {int.MaxValue} elements");
        }

        return new Shape(extents);
    }

    /// <summary>A pair [height, width]; (1, 1) when absent.</summary>
    public (int Height, int Width) AxisPair(string key)
    {
        if (!Has(key))
            return (1, 1);
        int[] pair = Int32List(key);
        return pair.Length == 2 ? (pair[0], pair[1]) : throw Error($"{key} has {pair.Length} values; expected [height, width]");
    }

    /// <summary>The parameters under a key.</summary>
    public VectorParameters Child(string key)
    {
        JsonElement value = Required(key);
        return value.ValueKind == JsonValueKind.Object
            ? new VectorParameters(_where, value)
            : throw Error($"{key} is {value.ValueKind}; expected an object");
    }

    /// <summary>The list of parameter sets under a key.</summary>
    public IReadOnlyList<VectorParameters> Children(string key)
    {
        JsonElement value = Required(key);
        return value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Object
                ? new VectorParameters(_where, item)
                : throw Error($"{key} holds {item.ValueKind}; expected objects"))]
            : throw Error($"{key} is {value.ValueKind}; expected a list");
    }

    /// <summary>The code of real zero: <c>x_zero_point</c>, or minus <c>x_offset</c>; 0 when neither is given.</summary>
    /// <remarks>The output's offset has the zero point's own sign (format, "Parameters").</remarks>
    public int ZeroPoint(string tensor)
    {
        int? zeroPoint = Has($"{tensor}_zero_point") ? Int32($"{tensor}_zero_point") : null;
        int? fromOffset = Has($"{tensor}_offset")
            ? Int32($"{tensor}_offset") * (tensor.StartsWith("output", StringComparison.Ordinal) ? 1 : -1)
            : null;
        if (zeroPoint is not null && fromOffset is not null && zeroPoint != fromOffset)
            throw Error($"{tensor}_zero_point is {zeroPoint}, but {tensor}_offset says {fromOffset}");
        return zeroPoint ?? fromOffset ?? 0;
    }

    /// <summary>The factor <c>x_multiplier</c> with <c>x_shift</c>.</summary>
    public QuantizedMultiplier Multiplier(string prefix) =>
        RequireShift(prefix, new QuantizedMultiplier(Int32($"{prefix}_multiplier"), Int32($"{prefix}_shift")));

    /// <summary>Every number or list of numbers by its path, nested keys joined by dots; null where a value is no whole number of 32 bits.</summary>
    internal IEnumerable<(string Path, int[]? Values)> Numbers() => Numbers("", _json);

    /// <summary>Checks that a kernel can shift by what a factor says.</summary>
    /// <param name="name">What the error calls the factor.</param>
    /// <param name="factor">The factor.</param>
    /// <param name="highest">The largest shift to the left, which the accumulator's width decides.</param>
    internal QuantizedMultiplier RequireShift(string name, QuantizedMultiplier factor, int highest = QuantizedMultiplier.MaximumShift) =>
        factor.Shift >= LowestShift && factor.Shift <= highest
            ? factor
            : throw Error($"{name} has shift {factor.Shift}; expected {LowestShift} to {highest}");

    /// <summary>The parameters as they stand in the file.</summary>
    internal JsonElement Json => _json;

    internal VectorFormatException Error(string problem) => new(_where, problem);

    private IEnumerable<(string Path, int[]? Values)> Numbers(string path, JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(p => Numbers(path.Length == 0 ? p.Name : $"{path}.{p.Name}", p.Value)),
        JsonValueKind.Number when json.TryGetInt32(out int value) => [(path, [value])],
        JsonValueKind.Array when json.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out _)) =>
            [(path, Int32List(json, path))],
        JsonValueKind.Null => [],
        _ => [(path, null)],
    };

    private JsonElement Required(string key) =>
        _json.TryGetProperty(key, out JsonElement value) ? value : throw Error($"has no parameter {key}");

    private int[] Int32List(JsonElement value, string key) => value.ValueKind == JsonValueKind.Array
        ? [.. value.EnumerateArray().Select(item => Int32(item, key))]
        : throw Error($"{key} is {value.ValueKind}; expected a list of whole numbers");

    private int Int32(JsonElement value, string key) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number)
            ? number
            : throw Error($"{key} is {value}; expected a whole number of 32 bits");
}
