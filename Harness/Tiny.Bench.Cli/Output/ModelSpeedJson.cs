using Tiny.Bench.Reference.Benchmarking;

namespace Tiny.Bench.Cli.Output;

/// <summary>The JSON of <c>model bench</c>: the figures of the documented fields are medians.</summary>
internal static class ModelSpeedJson
{
    public static void Write(TextWriter output, ModelSpeed speed) => JsonOutput.Write(output, new
    {
        speed.Model,
        speed.Macs,
        PlainMicroseconds = speed.Plain.Median,
        FastMicroseconds = speed.Fast.Median,
        speed.Ratio,
        speed.GmacPerSecond,
        speed.GemmGmacPerSecond,
        speed.ShareOfGemm,
        speed.Plain,
        speed.Fast,
        speed.Operators,
    });
}
