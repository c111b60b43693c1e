using System.Globalization;
using Tiny.Bench.Reference.Benchmarking;

namespace Tiny.Bench.Cli.Output;

/// <summary><c>model bench</c> as text: the operators, then the whole model.</summary>
internal static class ModelSpeedText
{
    public static void Print(TextWriter output, ModelSpeed speed)
    {
        TextTable.Write(
            output,
            [">#", "operator", "input", "output", ">MACs", ">plain us", ">fast us", ">GMAC/s", "kernel"],
            speed.Operators.Select(row => (IReadOnlyList<string>)[
                $"{row.Index}", row.Name, row.Input, row.Output, $"{row.Macs:N0}", Microseconds(row.PlainMicroseconds), Microseconds(row.FastMicroseconds),
                row.GmacPerSecond is { } rate ? Rate(rate) : "", row.Kernel]));
        output.WriteLine();
        output.WriteLine($"{speed.Model}: {speed.Macs:N0} multiply-accumulates, one core, microseconds per inference");
        output.WriteLine($"  plain  {Times(speed.Plain)}");
        output.WriteLine($"  fast   {Times(speed.Fast)}");
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {speed.Ratio:0.0} times as fast, equal bytes; {Rate(speed.GmacPerSecond)} GMAC/s, {speed.ShareOfGemm:P0} of the {Rate(speed.GemmGmacPerSecond)} of a packed int8 matrix product"));
    }

    private static string Times(TimeSummary times) =>
        $"median {Microseconds(times.Median)}, best {Microseconds(times.Best)}, quartiles {Microseconds(times.LowerQuartile)} to {Microseconds(times.UpperQuartile)}, {times.Count} windows";

    private static string Microseconds(double value) => value.ToString(value < 100 ? "0.00" : "0.0", CultureInfo.InvariantCulture);

    private static string Rate(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);
}
