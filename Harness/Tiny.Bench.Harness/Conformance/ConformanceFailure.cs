using System.Text.Json.Serialization;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Vectors;

namespace Tiny.Bench.Harness.Conformance;

/// <summary>The first place where one check went wrong.</summary>
public sealed record ConformanceFailure
{
    /// <summary>The case: a vector's id, a golden file with the index of its input, or a task with its sample.</summary>
    public required string Case { get; init; }

    /// <summary>The operation, or the operator's name with its index in the model.</summary>
    public required string Operator { get; init; }

    /// <summary>The tensor's name or index.</summary>
    public required string Tensor { get; init; }

    /// <summary>Flat index of the first element that differs; null when only checksums are known.</summary>
    public int? Element { get; init; }

    /// <summary>The expected code, or <c>crc32:</c> with eight hex digits.</summary>
    public required string Expected { get; init; }

    /// <summary>What was computed, in the same form.</summary>
    public required string Got { get; init; }

    /// <summary>The element's index along each axis, <c>[n,y,x,c]</c> of an image; null when the shape is not known.</summary>
    public string? Coordinates { get; init; }

    /// <summary>Elements that differ; null when only checksums are known.</summary>
    public int? Differences { get; init; }

    /// <summary>The right accumulator of the element before requantization; null for an operator that has none.</summary>
    public int? Accumulator { get; init; }

    /// <summary>Q0.31 factor of the element's channel.</summary>
    public int? Multiplier { get; init; }

    /// <summary>Its power of two; positive shifts left.</summary>
    public int? Shift { get; init; }

    /// <summary>Questions that it took to find the operator in its model; null for a single operator.</summary>
    public int? Exchanges { get; init; }

    /// <summary>The smallest case that still fails, in words; null when none was looked for.</summary>
    public string? Cutout { get; init; }

    /// <summary>The operator with its inputs as a case of its own; null where it cannot be one.</summary>
    [JsonIgnore]
    public VectorCase? Vector { get; init; }

    /// <summary>A failed vector.</summary>
    public static ConformanceFailure Of(VectorResult result, Dialect dialect) => result.Differences == 0 ? Overrun(result) : new ConformanceFailure
    {
        Case = result.Case.Id,
        Operator = result.Case.Operation,
        Tensor = "output",
        Element = result.FirstElement,
        Expected = $"{result.Expected}",
        Got = $"{result.Got}",
        Differences = result.Differences,
    }.Explain(result.Case, result.FirstElement, dialect);

    /// <summary>The first wrong operator of a model.</summary>
    /// <param name="task">The task's id.</param>
    /// <param name="difference">What was found.</param>
    /// <param name="dialect">The rounding of the reference.</param>
    public static ConformanceFailure Of(string task, OperatorDifference difference, Dialect dialect)
    {
        var failure = new ConformanceFailure
        {
            Case = $"{task}/{difference.Input}",
            Operator = $"{difference.Index} {difference.Name}",
            Tensor = difference.Tensor,
            Element = difference.Element,
            Coordinates = difference.Coordinates,
            Expected = difference.Expected,
            Got = difference.Got,
            Differences = difference.DifferingElements,
            Exchanges = difference.Exchanges,
        };
        return difference.Vector is { } vector ? failure.Explain(vector, difference.Element, dialect) : failure;
    }

    private static ConformanceFailure Overrun(VectorResult result) => new()
    {
        Case = result.Case.Id,
        Operator = result.Case.Operation,
        Tensor = "memory behind the output",
        Expected = "untouched",
        Got = $"{result.Overwritten} bytes overwritten",
        Vector = result.Case,
    };

    private ConformanceFailure Explain(VectorCase vector, int element, Dialect dialect)
    {
        Accumulator? accumulator = AccumulatorOf.Element(vector, element, dialect);
        return this with
        {
            Coordinates = Coordinates ?? ElementPlace.Of(vector.Output.Shape, element),
            Accumulator = accumulator?.Value,
            Multiplier = accumulator?.Multiplier,
            Shift = accumulator?.Shift,
            Vector = vector,
        };
    }
}
