namespace Tiny.Bench.Reference.Vectors.Cutting;

/// <summary>How cases of one operator are made smaller, one dimension at a time.</summary>
internal interface ICaseCuts
{
    /// <summary>Dimensions, in the order in which they are cut.</summary>
    int Steps { get; }

    /// <summary>Smaller operators that still compute one element, the smallest first; none where nothing is left to cut.</summary>
    /// <param name="lowered">The operator.</param>
    /// <param name="step">The dimension.</param>
    /// <param name="element">Flat index into the output of the element that must stay.</param>
    IEnumerable<LoweredCase> Smaller(LoweredCase lowered, int step, int element);
}
