namespace Tiny.Bench.Results.Rules.Texts;

/// <summary>How often a model ran beside the one inference that an accuracy run makes.</summary>
/// <param name="Warmups">Inferences before the timed ones.</param>
/// <param name="Others">Timed inferences less one.</param>
/// <remarks>
/// After more than one inference the reference firmware prints no answer to the sample, because its input buffer is overwritten.
/// Source: spec/mlperf-tiny.md section 1.12.
/// </remarks>
internal readonly record struct InferenceCount(long Warmups, long Others)
{
    private const string DeviceWarmup = "m-warmup-start-";
    private const string DeviceStart = "m-infer-start-";
    private const string Runner = "Running inference with ";

    /// <summary>The count after a line of the device, or the runner's <c>Running inference with 0/1 (warmup/measured) iterations ...</c>; any other line changes nothing.</summary>
    public InferenceCount After(ReadOnlySpan<char> line)
    {
        if (FigureLine.TryParse(line, DeviceWarmup, out double warmups))
            return this with { Warmups = (long)warmups };
        if (FigureLine.TryParse(line, DeviceStart, out double inferences))
            return this with { Others = (long)inferences - 1 };
        return line.StartsWith(Runner, StringComparison.Ordinal) && line.IndexOf('/') is > 0 and int slash
            && FigureLine.TryParseNumber(line[Runner.Length..], out warmups) && FigureLine.TryParseNumber(line[(slash + 1)..], out inferences)
            ? new InferenceCount((long)warmups, (long)inferences - 1)
            : this;
    }
}
