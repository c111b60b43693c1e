namespace Tiny.Bench.Results.Charts.Svg;

/// <summary>Which colour and shape a group has. The seven largest groups get their own; what is left shares one and is called "other".</summary>
internal sealed class SeriesStyles
{
    /// <summary>Groups that can be told apart.</summary>
    public const int Own = 7;

    private const string Other = "other";

    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);

    /// <summary>Groups by size, then by name, so that their order in the chart does not matter.</summary>
    public SeriesStyles(IEnumerable<string?> series)
    {
        string[] names =
        [
            .. series.OfType<string>().CountBy(name => name, StringComparer.Ordinal)
                .OrderByDescending(group => group.Value).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => group.Key),
        ];
        for (int place = 0; place < names.Length; place++)
            _index[names[place]] = Math.Min(place, Own);
        Legend = [.. names.Take(Own).Select((name, place) => (name, place))];
        if (names.Length > Own)
            Legend = [.. Legend, (names.Length == Own + 1 ? names[Own] : Other, Own)];
    }

    /// <summary>Names with the number of their style; empty when there are no groups.</summary>
    public IReadOnlyList<(string Name, int Style)> Legend { get; }

    /// <summary>Style of a group, 0 to <see cref="Own"/>.</summary>
    public int Of(string? series) => series is not null && _index.TryGetValue(series, out int style) ? style : 0;
}
