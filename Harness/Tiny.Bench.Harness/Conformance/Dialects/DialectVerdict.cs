using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Harness.Conformance.Dialects;

/// <summary>Which rule explains evidence.</summary>
public sealed record DialectVerdict
{
    /// <summary>The rule that gives all of the evidence to the last code, the reference first; null when none does, or when the evidence has a fault.</summary>
    public ArithmeticRule? Exact { get; private init; }

    /// <summary>Other rules that give all of it too: the evidence does not tell them from <see cref="Exact"/>.</summary>
    public required IReadOnlyList<ArithmeticRule> EquallyExact { get; init; }

    /// <summary>The rule that gives most of it; <see cref="Exact"/> where there is one.</summary>
    public required ArithmeticRule Nearest { get; init; }

    /// <summary>Inputs that the nearest rule explains.</summary>
    public required int Matching { get; init; }

    /// <summary>Inputs that were asked for.</summary>
    public required int Samples { get; init; }

    /// <summary>The first difference to the nearest rule; null where no value differs.</summary>
    public DialectDifference? First { get; init; }

    /// <summary>Largest distance of two codes to the nearest rule; 0 for traces, which hold none.</summary>
    public required int LargestDifference { get; init; }

    /// <summary>Inputs whose highest value is another one than by the nearest rule; 0 for traces.</summary>
    public required int Top1Changes { get; init; }

    /// <summary>How all values were printed; null for other evidence, and where more than one way or none fits them all.</summary>
    public PrintingMode? Printing { get; init; }

    /// <summary>What no rule can explain; one fault rules <see cref="Exact"/> out.</summary>
    public required IReadOnlyList<EvidenceFault> Faults { get; init; }

    /// <summary>Draws the verdict.</summary>
    /// <param name="matches">All rules in their order, at least one.</param>
    /// <param name="samples">Inputs that were asked for.</param>
    /// <param name="faults">What no rule can explain.</param>
    /// <param name="printing">The way of printing that fits all values, and no other does.</param>
    internal static DialectVerdict Of(IReadOnlyList<RuleMatch> matches, int samples, IReadOnlyList<EvidenceFault> faults, PrintingMode? printing)
    {
        RuleMatch nearest = matches.OrderByDescending(match => match.Matching).ThenBy(match => match.LargestDifference).First();
        bool whole = samples > 0 && faults.Count == 0;
        ArithmeticRule[] exact = [.. matches.Where(match => whole && match.Matching == samples && match.First is null).Select(match => match.Rule)];
        return new DialectVerdict
        {
            Exact = exact is [var first, ..] ? first : null,
            EquallyExact = [.. exact.Skip(1)],
            Nearest = nearest.Rule,
            Matching = nearest.Matching,
            Samples = samples,
            First = nearest.First,
            LargestDifference = nearest.LargestDifference,
            Top1Changes = nearest.Top1Changes,
            Printing = printing,
            Faults = faults,
        };
    }
}
