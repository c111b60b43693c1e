using System.Globalization;

namespace Tiny.Bench.Results.Analysis;

/// <summary>Time that each window holds beside its inferences: the reference firmware prints the first lap inside the timed part.</summary>
/// <param name="Seconds">Time a window.</param>
/// <remarks>
/// The timer is read before the line is sent, so the sending is measured with the inferences; about 1.5 ms at 115200 baud.
/// Source: MLPerf Tiny firmware, internally_implemented.cpp, infer.
/// </remarks>
public readonly record struct PrintBias(double Seconds)
{
    // Start bit, eight data bits, stop bit.
    private const int BitsPerCharacter = 10;

    /// <summary>The time that the first lap's line takes on the wire.</summary>
    /// <param name="lapMicroseconds">The lap's value, whose digits are sent; some systems print more than 32 bits.</param>
    /// <param name="baud">Bits a second, positive.</param>
    public static PrintBias OfLap(ulong lapMicroseconds, int baud)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(baud);
        int characters = "m-lap-us-".Length + lapMicroseconds.ToString(CultureInfo.InvariantCulture).Length + "\r\n".Length;
        return new PrintBias((double)characters * BitsPerCharacter / baud);
    }

    /// <summary>The time that does not grow with the number of inferences; null unless there are windows of two different numbers.</summary>
    /// <param name="windows">Inferences and seconds of each window of one system and one task.</param>
    /// <remarks>Least squares line of seconds over inferences; the bias is where it meets zero inferences. Noise can make it negative.</remarks>
    public static PrintBias? Estimate(IReadOnlyCollection<(int Inferences, double Seconds)> windows)
    {
        if (windows.Select(window => window.Inferences).Distinct().Count() < 2)
            return null;
        double meanInferences = windows.Average(window => (double)window.Inferences);
        double meanSeconds = windows.Average(window => window.Seconds);
        double products = windows.Sum(window => (window.Inferences - meanInferences) * (window.Seconds - meanSeconds));
        double squares = windows.Sum(window => (window.Inferences - meanInferences) * (window.Inferences - meanInferences));
        return new PrintBias(meanSeconds - (products / squares * meanInferences));
    }

    /// <summary>The bias as a share of a window: 0.00015 for 1.5 ms in 10 s, 0.015 in 0.1 s.</summary>
    public double ShareOf(double windowSeconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(windowSeconds);
        return Seconds / windowSeconds;
    }
}
