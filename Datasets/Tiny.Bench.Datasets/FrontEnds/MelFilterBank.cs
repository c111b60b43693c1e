namespace Tiny.Bench.Datasets.FrontEnds;

/// <summary>Overlapping triangular filters over the bins of a spectrum.</summary>
internal sealed class MelFilterBank
{
    private readonly int[] _first;
    private readonly double[][] _weights;

    private MelFilterBank(double[] edges, double[] positions, bool normalized)
    {
        int filters = edges.Length - 2;
        _first = new int[filters];
        _weights = new double[filters][];
        for (int filter = 0; filter < filters; filter++)
        {
            (double low, double peak, double high) = (edges[filter], edges[filter + 1], edges[filter + 2]);
            double area = normalized ? 2 / (high - low) : 1;
            double[] weights = [.. positions.Select(position => area * Math.Max(0, Math.Min((position - low) / (peak - low), (high - position) / (high - peak))))];
            _first[filter] = Math.Max(0, Array.FindIndex(weights, weight => weight > 0));
            _weights[filter] = [.. weights.Skip(_first[filter]).TakeWhile(weight => weight > 0)];
        }
    }

    /// <summary>Number of filters.</summary>
    public int Count => _weights.Length;

    /// <summary>Triangles that are linear in mel = 1127 ln(1 + f / 700) and have a peak of 1.</summary>
    /// <param name="count">Number of filters.</param>
    /// <param name="lowest">Lower edge of the first filter, in hertz.</param>
    /// <param name="highest">Upper edge of the last filter, in hertz.</param>
    /// <param name="bins">Number of bins, from 0 Hz to half the sample rate.</param>
    /// <param name="sampleRate">In hertz.</param>
    /// <remarks>Source: spec/front-ends.md, kws01 step 3; TensorFlow, linear_to_mel_weight_matrix.</remarks>
    public static MelFilterBank LinearInMel(int count, double lowest, double highest, int bins, int sampleRate)
    {
        static double ToMel(double hertz) => 1127 * Math.Log(1 + (hertz / 700));
        double[] positions = [.. BinFrequencies(bins, sampleRate).Select(ToMel)];
        return new MelFilterBank(EvenlySpaced(ToMel(lowest), ToMel(highest), count + 2), positions, normalized: false);
    }

    /// <summary>Triangles that are linear in hertz, with edges evenly spaced on the Slaney scale and an area of 1.</summary>
    /// <param name="count">Number of filters.</param>
    /// <param name="highest">Upper edge of the last filter, in hertz; the first begins at 0.</param>
    /// <param name="bins">Number of bins, from 0 Hz to half the sample rate.</param>
    /// <param name="sampleRate">In hertz.</param>
    /// <remarks>Source: spec/front-ends.md, ad01 step 2; librosa, filters.mel.</remarks>
    public static MelFilterBank LinearInHertz(int count, double highest, int bins, int sampleRate)
    {
        double[] edges = [.. EvenlySpaced(0, SlaneyScale.ToMel(highest), count + 2).Select(SlaneyScale.ToHertz)];
        return new MelFilterBank(edges, [.. BinFrequencies(bins, sampleRate)], normalized: true);
    }

    /// <summary>The sum of the bins under each filter.</summary>
    public void Apply(ReadOnlySpan<double> spectrum, Span<double> sums)
    {
        for (int filter = 0; filter < _weights.Length; filter++)
        {
            double sum = 0;
            for (int index = 0; index < _weights[filter].Length; index++)
                sum += _weights[filter][index] * spectrum[_first[filter] + index];
            sums[filter] = sum;
        }
    }

    private static IEnumerable<double> BinFrequencies(int bins, int sampleRate) =>
        Enumerable.Range(0, bins).Select(bin => bin * (sampleRate / 2.0) / (bins - 1));

    private static double[] EvenlySpaced(double first, double last, int count) =>
        [.. Enumerable.Range(0, count).Select(index => first + ((last - first) * index / (count - 1)))];
}
