using System.Buffers.Binary;
using System.Text.Json;
using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>The energy of each window by the meter's samples.</summary>
/// <remarks>
/// EEMBC: <c>trace1-energy.bin</c> is 0xF1, the sample rate and microjoules a sample as float32 little endian; <c>trace1-timestamps.json</c> holds seconds,
/// first the head marker, then start and end of each window. MLCommons: samples and events in results.json.
/// </remarks>
internal static class EnergyTrace
{
    private const byte Magic = 0xF1;
    private const int HeaderBytes = 5;

    /// <summary>Microjoules of each window in order; NaN for a window that the trace does not hold, empty when there is no trace.</summary>
    public static IReadOnlyList<double> Read(ModeResults mode)
    {
        if (mode.FindExact("trace1-energy.bin") is { } trace && mode.FindExact("trace1-timestamps.json") is { } times)
            return ReadEembc(trace, times);
        return mode.JsonFile is { } json ? RunnerJson.Energies(json) : [];
    }

    private static double[] ReadEembc(TreeEntry trace, TreeEntry times)
    {
        byte[]? bytes = trace.ReadBytes(out _);
        double[] seconds = ReadTimes(times);
        if (bytes is null || bytes.Length < HeaderBytes || bytes[0] != Magic)
            return [];
        double rate = BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(1));
        if (!(rate > 0))
            return [];
        var windows = new double[Math.Max(0, (seconds.Length - 1) / 2)];
        for (int index = 0; index < windows.Length; index++)
            windows[index] = Sum(bytes.AsSpan(HeaderBytes), seconds[(2 * index) + 1] * rate, seconds[(2 * index) + 2] * rate);
        return windows;
    }

    private static double Sum(ReadOnlySpan<byte> samples, double first, double last)
    {
        int count = samples.Length / sizeof(float);
        if (!(first >= 0 && last >= first && last <= count))
            return double.NaN;
        double sum = 0;
        for (int index = (int)Math.Round(first); index < (int)Math.Round(last); index++)
            sum += BinaryPrimitives.ReadSingleLittleEndian(samples[(index * sizeof(float))..]);
        return sum;
    }

    private static double[] ReadTimes(TreeEntry file)
    {
        try
        {
            return file.ReadBytes(out _) is { } bytes ? JsonSerializer.Deserialize<double[]>(bytes) ?? [] : [];
        }
        catch (JsonException)
        {
            // Not a list of numbers: there is nothing to hold the windows against.
            return [];
        }
    }
}
