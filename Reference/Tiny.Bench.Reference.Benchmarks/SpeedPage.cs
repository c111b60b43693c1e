using System.Globalization;
using System.Text;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Benchmarking;

namespace Tiny.Bench.Reference.Benchmarks;

/// <summary>Writes `Reference/docs/speed.md`: every model at hand, plain and fast, and the machine that ran them.</summary>
internal static class SpeedPage
{
    /// <summary>Measures each model for the seconds given.</summary>
    /// <returns>The exit code.</returns>
    public static int Write(string path, string seconds)
    {
        if (!double.TryParse(seconds, NumberStyles.Float, CultureInfo.InvariantCulture, out double each) || each <= 0)
        {
            Console.Error.WriteLine($"{seconds} is no number of seconds for each model");
            return 2;
        }

        var load = Machine.Load;
        List<ModelSpeed> speeds = [];
        foreach (string file in BenchmarkModels.Files)
        {
            Console.Error.WriteLine($"measuring {Path.GetFileName(file)}");
            speeds.Add(ModelBenchmark.Measure(BenchmarkModels.Load(Path.GetFileName(file)), Dialect.DoubleRounding, each));
        }

        File.WriteAllText(path, Compose(speeds, load));
        return 0;
    }

    private static string Compose(IReadOnlyList<ModelSpeed> speeds, string loadBefore)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            # Speed of the kernels

            Written by `dotnet run -c Release --project Reference/Tiny.Bench.Reference.Benchmarks -- speed Reference/docs/speed.md`; not edited by hand.

            {Machine.Description}, one core, {DateTime.UtcNow:yyyy-MM-dd}. Load average before {loadBefore}, after {Machine.Load}.
            Microseconds per inference, the plain and the fast kernels in turns within one process, double rounding, equal bytes. "GEMM" is a product of two packed
            int8 matrices of 256 x 256 in the same turns: the most that this processor does when nothing is to be fetched, padded or rescaled.

            | model | MACs | plain median | best | fast median | best | quartiles | ratio | GMAC/s | GEMM GMAC/s | share |
            | --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |

            """);
        foreach (ModelSpeed speed in speeds)
        {
            page.AppendLine(CultureInfo.InvariantCulture, $"| {speed.Model} | {speed.Macs:N0} | {speed.Plain.Median:0.0} | {speed.Plain.Best:0.0} | **{speed.Fast.Median:0.0}** | {speed.Fast.Best:0.0} | {speed.Fast.LowerQuartile:0.0} to {speed.Fast.UpperQuartile:0.0} | {speed.Ratio:0} | {speed.GmacPerSecond:0.0} | {speed.GemmGmacPerSecond:0.0} | {speed.ShareOfGemm:P0} |");
        }

        page.AppendLine().AppendLine("## Where the time goes").AppendLine();
        page.AppendLine("Medians of single operators within whole inferences; the clock's own 20 to 50 ns are in them.");
        foreach (ModelSpeed speed in speeds)
            AppendOperators(page, speed);
        return page.ToString();
    }

    // Operators of one name, shape and kernel in one line.
    private static void AppendOperators(StringBuilder page, ModelSpeed speed)
    {
        page.AppendLine(CultureInfo.InvariantCulture, $"""

            ### {speed.Model}

            | operator | times | input | output | kernel | plain us | fast us | GMAC/s | share of the time |
            | --- | --: | --- | --- | --- | --: | --: | --: | --: |
            """);
        double all = speed.Operators.Sum(row => row.FastMicroseconds);
        foreach (var group in speed.Operators.GroupBy(row => (row.Name, row.Input, row.Output, row.Kernel)))
        {
            double plain = group.Sum(row => row.PlainMicroseconds), fast = group.Sum(row => row.FastMicroseconds);
            long macs = group.Sum(row => row.Macs);
            string rate = macs == 0 ? "" : (macs / fast / 1e3).ToString("0.0", CultureInfo.InvariantCulture);
            page.AppendLine(CultureInfo.InvariantCulture, $"| {group.Key.Name} | {group.Count()} | {group.Key.Input} | {group.Key.Output} | {group.Key.Kernel} | {plain:0.0} | {fast:0.0} | {rate} | {fast / all:P0} |");
        }
    }
}
