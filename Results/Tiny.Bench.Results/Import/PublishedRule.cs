namespace Tiny.Bench.Results.Import;

/// <summary>What the rules of every published round ask of a performance run. Source: spec/mlperf-tiny.md section 3.</summary>
internal static class PublishedRule
{
    public const int Windows = 5;
    public const double WindowSeconds = 10;
}
