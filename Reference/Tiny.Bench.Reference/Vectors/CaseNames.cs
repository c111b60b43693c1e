using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Vectors;

/// <summary>Finds tensors and parameters by the words of their names, in any order and spelling that converters use.</summary>
/// <remarks>
/// The format lists what SVDF, LSTM and matrix products hold, but not how every name is put together:
/// <c>forget_gate_input_weights</c>, <c>input_to_forget_weights</c> and <c>gates.forget.weights_input</c> are one thing.
/// A name is reduced to its sorted words: synonyms become one word, words that tell nothing are left out.
/// Two names that reduce to the same words are an error, never a guess.
/// </remarks>
internal sealed class CaseNames
{
    private static readonly Dictionary<string, string> Synonyms = new(StringComparer.Ordinal)
    {
        ["biases"] = "bias", ["weight"] = "weights", ["recurrent"] = "hidden", ["h"] = "hidden", ["x"] = "input",
        ["w"] = "weights", ["b"] = "bias",
        ["wx"] = "input.weights", ["wh"] = "hidden.weights", ["wf"] = "feature.weights", ["wt"] = "time.weights",
        ["mult"] = "multiplier", ["multipliers"] = "multiplier", ["shifts"] = "shift", ["min"] = "minimum", ["max"] = "maximum",
        ["lut"] = "table", ["input1"] = "lhs", ["input2"] = "rhs",
    };

    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "gate", "gates", "data", "tensor", "requant", "pair", "params", "quant",
    };

    private readonly VectorCase _case;
    private readonly Dictionary<string, VectorTensor> _tensors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> _numbers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ambiguous = new(StringComparer.Ordinal);
    private readonly HashSet<string> _notWhole = new(StringComparer.Ordinal);

    public CaseNames(VectorCase vectorCase)
    {
        _case = vectorCase;
        foreach ((string name, VectorTensor tensor) in vectorCase.Tensors)
            Add(_tensors, name, tensor);
        foreach ((string path, int[]? values) in vectorCase.Parameters.Numbers())
        {
            if (values is null)
                _notWhole.Add(Words(path));
            else
                Add(_numbers, path, values);
        }
    }

    /// <summary>The first tensor that one of the names means; null when there is none.</summary>
    public VectorTensor? OptionalTensor(params ReadOnlySpan<string> names) => Find(_tensors, names);

    /// <summary>The tensor that one of the names means.</summary>
    public VectorTensor Tensor(params ReadOnlySpan<string> names) =>
        Find(_tensors, names) ?? throw _case.Error($"has no tensor {string.Join(" or ", names)}");

    /// <summary>A whole number; <paramref name="fallback"/> when there is none.</summary>
    public int Int32(int fallback, params ReadOnlySpan<string> names) => FindNumbers(names) switch
    {
        null => fallback,
        [int value] => value,
        var values => throw _case.Error($"{names[0]} has {values.Length} values; expected one"),
    };

    /// <summary>A whole number that must be there.</summary>
    public int Int32(params ReadOnlySpan<string> names) =>
        FindNumbers(names) is [int value] ? value : throw _case.Error($"has no parameter {string.Join(" or ", names)}");

    /// <summary>A range: a pair [lowest, highest] of that name, or two numbers whose names add <c>min</c> and <c>max</c>; cut to the one given.</summary>
    public (int Lowest, int Highest) Range(int lowest, int highest, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            (int? low, int? high) = FindNumbers([name]) is [int first, int second]
                ? (first, second)
                : (Single($"{name}_min"), Single($"{name}_max"));
            if (low is not null || high is not null)
                return (Math.Max(lowest, low ?? lowest), Math.Min(highest, high ?? highest));
        }

        return (lowest, highest);
    }

    /// <summary>The code of real zero: <c>x_zero_point</c>, or <c>x_offset</c> with <paramref name="offsetSign"/>; 0 when neither is given.</summary>
    /// <remarks>An output's offset has the zero point's own sign, an input's the other (format, "Parameters").</remarks>
    public int ZeroPoint(int offsetSign, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            int? zeroPoint = Single($"{name}_zero_point"), fromOffset = Single($"{name}_offset") * offsetSign;
            if (zeroPoint is not null && fromOffset is not null && zeroPoint != fromOffset)
                throw _case.Error($"{name}_zero_point is {zeroPoint}, but {name}_offset says {fromOffset}");
            if ((zeroPoint ?? fromOffset) is { } found)
                return found;
        }

        return 0;
    }

    /// <summary>A factor: a pair [multiplier, shift], or two numbers whose names add those words.</summary>
    /// <param name="highestShift">The largest shift to the left, which the accumulator's width decides.</param>
    /// <param name="names">Its names, the first one that is there counts.</param>
    public QuantizedMultiplier Multiplier(int highestShift, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            QuantizedMultiplier? found = name.Length > 0 && FindNumbers([name]) is [int first, int second]
                ? new QuantizedMultiplier(first, second)
                : FindNumbers([$"{name}_multiplier"]) is [int multiplier] && FindNumbers([$"{name}_shift"]) is [int shift]
                    ? new QuantizedMultiplier(multiplier, shift)
                    : null;
            if (found is { } factor)
                return _case.Parameters.RequireShift(name, factor, highestShift);
        }

        throw _case.Error($"has no [multiplier, shift] for {string.Join(" or ", names)}");
    }

    private int? Single(string name) => FindNumbers([name]) switch
    {
        null => null,
        [int value] => value,
        var values => throw _case.Error($"{name} has {values.Length} values; expected one"),
    };

    private int[]? FindNumbers(params ReadOnlySpan<string> names)
    {
        if (Find(_numbers, names) is { } values)
            return values;
        foreach (string name in names)
        {
            if (_notWhole.Contains(Words(name)))
                throw _case.Error($"{name} is no whole number of 32 bits");
        }

        return null;
    }

    private T? Find<T>(Dictionary<string, T> index, ReadOnlySpan<string> names)
        where T : class
    {
        foreach (string name in names)
        {
            string words = Words(name);
            if (_ambiguous.Contains(words))
                throw _case.Error($"has two names for {name}");
            if (index.TryGetValue(words, out T? value))
                return value;
        }

        return null;
    }

    private static string Words(string name) => string.Join(' ', name.ToLowerInvariant().Split('.', '_', '-', ' ')
        .SelectMany(word => (Synonyms.GetValueOrDefault(word) ?? word).Split('.'))
        .Where(word => word.Length > 0 && !Fillers.Contains(word))
        .Order(StringComparer.Ordinal));

    private void Add<T>(Dictionary<string, T> index, string name, T value)
    {
        string words = Words(name);
        if (!index.TryAdd(words, value))
            _ambiguous.Add(words);
    }
}
