using Tiny.Bench.Core.Systems;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Cli.Running;

/// <summary>What a record says of the system that it is about.</summary>
internal sealed record TargetFacts
{
    /// <summary>As <c>--target</c> names it.</summary>
    public required string Target { get; init; }

    /// <summary>What its times are worth.</summary>
    public required RunKind Kind { get; init; }

    /// <summary>The board; null for the host itself, but for the kernels of a performance run.</summary>
    public SystemRecord? System { get; init; }

    /// <summary>The rounding; null when nobody knows it.</summary>
    public string? Dialect { get; init; }
}
