using System.Globalization;
using Tiny.Bench.Reference.Vectors;

namespace Tiny.Bench.Harness.Conformance;

/// <summary>The first operator of one input whose output is not the reference's.</summary>
public sealed record OperatorDifference
{
    /// <summary>The sample's file, with its window where it has several.</summary>
    public required string Input { get; init; }

    /// <summary>Position in execution order.</summary>
    public required int Index { get; init; }

    /// <summary>The operator's name in the schema.</summary>
    public required string Name { get; init; }

    /// <summary>The name of its output in the model.</summary>
    public required string Tensor { get; init; }

    /// <summary>Flat index of the first differing element of its output.</summary>
    public required int Element { get; init; }

    /// <summary>The element's index along each axis: <c>[n,y,x,c]</c> of an image.</summary>
    public required string Coordinates { get; init; }

    /// <summary>The reference's value there: a code, or a real number of a FLOAT32 output.</summary>
    public required string Expected { get; init; }

    /// <summary>The system's value there.</summary>
    public required string Got { get; init; }

    /// <summary>Elements of the output that differ.</summary>
    public required int DifferingElements { get; init; }

    /// <summary>Elements of the output.</summary>
    public required int Elements { get; init; }

    /// <summary>Questions that it took to find the operator.</summary>
    public required int Exchanges { get; init; }

    /// <summary>Whether all operators before it are known to be right, see <see cref="FirstWrongOperator.IsProven"/>.</summary>
    public required bool IsProven { get; init; }

    /// <summary>The operator with the inputs that it had, as a case of its own; null where it cannot be one.</summary>
    public VectorCase? Vector { get; init; }

    /// <summary>The difference in words.</summary>
    public string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Input}: operator {Index} ({Name}), {Tensor}{Coordinates}: expected {Expected}, got {Got}; {DifferingElements} of {Elements} differ");
}
