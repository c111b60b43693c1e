using System.Globalization;

namespace Tiny.Bench.Harness.Conformance.Dialects;

/// <summary>The first place where evidence is not what a rule gives.</summary>
public sealed record DialectDifference
{
    /// <summary>The inference.</summary>
    public required EvidenceInput Input { get; init; }

    /// <summary>Position of the operator in execution order; null for outputs.</summary>
    public int? Operator { get; init; }

    /// <summary>Flat index of the element; null for checksums.</summary>
    public int? Element { get; init; }

    /// <summary>What the rule gives: a code, the text that it prints, or <c>crc32:</c> with eight hex digits.</summary>
    public required string Expected { get; init; }

    /// <summary>What the evidence has, in the same form.</summary>
    public required string Got { get; init; }

    /// <summary>The difference in words.</summary>
    public string Describe()
    {
        string place = Operator is { } index ? $", operator {index}" : Element is { } element ? $", element {element}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{Input}{place}: expected {Expected}, got {Got}");
    }
}
